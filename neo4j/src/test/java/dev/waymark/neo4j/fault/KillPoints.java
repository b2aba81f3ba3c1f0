package dev.waymark.neo4j.fault;

import dev.waymark.neo4j.fault.Wire.Moment;
import dev.waymark.neo4j.fault.Wire.Point;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neo4j.driver.Driver;

/**
 * Ends a run wherever it can be ended: before and after each thing that it wants done by the server. After each time a
 * plain run has to end where an undisturbed one does.
 */
final class KillPoints {

    private final Server server;
    private final Way way;
    private final int points;
    private final String undisturbed;

    KillPoints(Server server, Way way) throws IOException {
        this.server = server;
        this.way = way;
        prepare();
        try (Wire wire = Wire.counting(server.port());
                Driver driver = Server.driver(wire.uri())) {
            way.run(driver);
            points = wire.points();
        }
        undisturbed = State.of(server);
    }

    private void prepare() {
        server.wipe();
        if (way == Way.DOWN) {
            Way.UP.run(server.driver());
        }
    }

    /** Every so many of all points, with both moments, from the middle of the first so many. */
    List<Point> points(int every) {
        List<Point> all = new ArrayList<>();
        for (int i = every / 2; i < 2 * points; i += every) {
            all.add(new Point(i / 2 + 1, i % 2 == 0 ? Moment.BEFORE : Moment.AFTER));
        }
        return all;
    }

    /** What went wrong, a text for each point where something did. */
    List<String> failures(Ending ending, List<Point> tried) throws IOException {
        List<String> failures = new ArrayList<>();
        for (Point point : tried) {
            prepare();
            String killed = ending.of(server, way, point);
            server.expireLease();
            afterwards().ifPresent(text -> failures.add("%s, at:\n%s\n%s".formatted(point, killed, text)));
        }
        return failures;
    }

    private Optional<String> afterwards() {
        try {
            way.run(server.driver());
        } catch (RuntimeException e) {
            return Optional.of("The plain run after it failed: " + e.getMessage());
        }
        String found = State.of(server);
        return found.equals(undisturbed) ? Optional.empty() : Optional.of(State.difference(undisturbed, found));
    }

    /** How a run is ended at a point. */
    @FunctionalInterface
    interface Ending {

        /** Runs, ends that run, and tells what was said at the point. */
        String of(Server server, Way way, Point point) throws IOException;
    }
}
