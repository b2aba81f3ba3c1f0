package dev.waymark;

import dev.waymark.migration.Migration;
import dev.waymark.postgres.TestDatabase;

/** Migrators with default settings. */
final class Migrators {

    private Migrators() {}

    static Migrator on(TestDatabase database, Migration<?>... migrations) {
        return Migrator.postgres(database.dataSource()).revisions(migrations).build();
    }
}
