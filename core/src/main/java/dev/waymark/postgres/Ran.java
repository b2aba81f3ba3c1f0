package dev.waymark.postgres;

import java.time.Duration;
import java.util.Optional;

/**
 * What a step ran, for the record.
 *
 * @param sql the statements that it ran
 * @param wayBack the statements that its way down would run; empty if they can't be known
 * @param statements how many statements it ran
 * @param took how long it took
 */
record Ran(String sql, Optional<String> wayBack, int statements, Duration took) {

    static final Ran NOTHING = new Ran("", Optional.empty(), 0, Duration.ZERO);
}
