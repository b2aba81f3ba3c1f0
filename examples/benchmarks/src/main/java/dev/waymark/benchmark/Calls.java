package dev.waymark.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Times calls in a forked process. It does without lambdas, which would be made ready at the expense of nobody. */
final class Calls {

    private static final long ENOUGH = 2_000_000_000L;
    private static final long TOO_LONG = 10_000_000_000L;

    private Calls() {}

    /**
     * {@return the nanoseconds of each call} One call if one is wanted; else at least so many and for at least two
     * seconds, so that quick contenders get warm too, but no new one after ten seconds.
     */
    static List<Long> time(Contender contender, int wanted) throws Exception {
        var times = new ArrayList<Long>(wanted);
        long begin = System.nanoTime();
        do {
            long start = System.nanoTime();
            contender.upgrade();
            times.add(System.nanoTime() - start);
        } while (goesOn(wanted, times.size(), System.nanoTime() - begin));
        return times;
    }

    private static boolean goesOn(int wanted, int made, long spent) {
        return wanted > 1 && (spent < ENOUGH || (made < wanted && spent < TOO_LONG));
    }
}
