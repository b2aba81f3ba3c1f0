package dev.waymark.postgres;

import java.time.Duration;
import java.util.Optional;

/**
 * What a step ran, for the record.
 *
 * @param upSql the statements that its {@code up} ran; empty for a step down
 * @param downSql the statements that its {@code down} would run; empty if they can't be known
 * @param statements how many statements it ran
 * @param took how long it took
 */
record Ran(Optional<String> upSql, Optional<String> downSql, int statements, Duration took) {

    static final Ran NOTHING = new Ran(Optional.empty(), Optional.empty(), 0, Duration.ZERO);
}
