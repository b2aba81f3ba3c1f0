package dev.waymark.fault;

import dev.waymark.Migrator;
import dev.waymark.fault.Wire.Moment;
import dev.waymark.fault.Wire.Point;
import dev.waymark.postgres.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills a run wherever it can be killed: before and after each thing that it says to the server. After every kill a
 * plain run has to end where an undisturbed one does.
 */
final class KillPoints {

    private static final int AT_ONCE = 2;

    private final History history;
    private final Way way;
    private final TestDatabase template;
    private final int points;
    private final String undisturbed;

    KillPoints(History history, Way way) throws IOException {
        this.history = history;
        this.way = way;
        this.template = TestDatabase.create();
        if (way == Way.DOWN) {
            Way.UP.run(history, template.port(), template);
        }
        TestDatabase database = Databases.copyOf(template);
        try (Wire wire = Wire.counting(database.port())) {
            way.run(history, wire.port(), database);
            points = wire.points();
        }
        undisturbed = Catalog.of(database);
    }

    /** Every so many of all points, with both moments, from the middle of the first so many. */
    List<Point> points(int every) {
        List<Point> all = new ArrayList<>();
        for (int i = every / 2; i < 2 * points; i += every) {
            all.add(new Point(i / 2 + 1, i % 2 == 0 ? Moment.BEFORE : Moment.AFTER));
        }
        return all;
    }

    /** What an undisturbed run leaves. */
    String undisturbed() {
        return undisturbed;
    }

    /** What went wrong, a text for each point where something did. */
    List<String> failures(Killer killer, List<Point> tried) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Optional<String>>> tasks = new ArrayList<>();
            tried.forEach(point -> tasks.add(() -> failure(killer, point)));
            List<String> failures = new ArrayList<>();
            for (Future<Optional<String>> task : threads.invokeAll(tasks)) {
                task.get().ifPresent(failures::add);
            }
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<String> failure(Killer killer, Point point) throws IOException {
        TestDatabase database = Databases.copyOf(template);
        String killed = killer.kill(new Run(history, way, database), point);
        Databases.awaitNoSessions(database);
        Optional<String> failure = afterwards(database);
        if (failure.isEmpty()) {
            Databases.drop(database);
        }
        return failure.map(text -> "%s at %s, at:\n%s\n%s".formatted(killer, point, killed, text));
    }

    private Optional<String> afterwards(TestDatabase database) {
        try {
            way.run(history, database.port(), database);
        } catch (RuntimeException e) {
            return Optional.of("The plain run after it failed: " + e.getMessage());
        }
        String found = Catalog.of(database);
        return found.equals(undisturbed) ? Optional.empty() : Optional.of(Lines.difference(undisturbed, found));
    }

    /** Which way a run goes. */
    enum Way {
        UP,
        DOWN;

        void run(History history, int port, TestDatabase database) {
            run(history.of(Migrator.postgres(Databases.url(port, database))).build());
        }

        void run(Migrator migrator) {
            if (this == UP) {
                migrator.upgrade();
            } else {
                migrator.downgrade("base");
            }
        }
    }

    /**
     * A run that is going to be killed.
     *
     * @param history what it runs
     * @param way which way it goes
     * @param database where
     */
    record Run(History history, Way way, TestDatabase database) {}
}
