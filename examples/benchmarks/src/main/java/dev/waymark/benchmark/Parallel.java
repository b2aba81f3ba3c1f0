package dev.waymark.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same for several things at the same time. */
final class Parallel {

    private Parallel() {}

    /** {@return the results in the order of the things} */
    static <T, R> List<R> map(Collection<T> things, Function<T, R> function) {
        ExecutorService threads = Executors.newFixedThreadPool(things.size());
        try {
            List<CompletableFuture<R>> futures = things.stream()
                    .map(thing -> CompletableFuture.supplyAsync(() -> function.apply(thing), threads))
                    .toList();
            return futures.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
