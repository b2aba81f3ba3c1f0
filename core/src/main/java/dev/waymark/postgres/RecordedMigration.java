package dev.waymark.postgres;

import dev.waymark.migration.Irreversible;
import java.util.List;
import java.util.Optional;

/**
 * A revision of which only the history tells.
 *
 * @param wayBack the statements that its way down would have run; empty if they were not recorded
 * @param note why they were not recorded
 */
record RecordedMigration(Optional<List<String>> wayBack, String note) implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        throw new IllegalStateException("A revision that only the history knows does not go up");
    }

    @Override
    public void down(SqlContext sql) {
        wayBack.orElseThrow(() -> Irreversible.because("its way back was not recorded, since " + note))
                .forEach(sql::execute);
    }
}
