package dev.waymark.neo4j;

import java.util.List;
import java.util.Optional;
import org.neo4j.driver.Values;

/**
 * How far a batch came.
 *
 * @param pages how many pages are made
 * @param rows how much they found to do
 * @param changes what they changed
 * @param after the key of the last one; empty before the first, and where there is no key
 */
record Tally(long pages, long rows, Changes changes, Optional<Object> after) {

    static final Tally NONE = new Tally(0, 0, Changes.NONE, Optional.empty());

    static Tally of(StageRecord record) {
        return new Tally(
                record.pages(),
                record.rows(),
                record.changes().stream().reduce(Changes.NONE, Changes::plus),
                Optional.ofNullable(record.checkpoint().asObject()));
    }

    /** With one more page. */
    Tally plus(long found, Changes changed, Optional<Object> key) {
        return new Tally(pages + 1, rows + found, changes.plus(changed), key.or(() -> after));
    }

    StageRecord record(int number, boolean done, String statement) {
        return new StageRecord(
                number,
                StageKind.BATCHED,
                done,
                List.of(statement),
                List.of(changes),
                Values.value(after.orElse(null)),
                pages,
                rows);
    }
}
