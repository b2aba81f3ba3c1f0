package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** The migration of the README. */
@Revision(id = "002", revises = "001", message = "Add BPM to metadata")
public final class R002AddBpmToMetadata implements SqlMigration {
    @Override
    public void up(SqlContext sql) {
        sql.execute("alter table metadata add column bpm numeric(6, 2)");
    }

    @Override
    public void down(SqlContext sql) {
        sql.dsl().alterTable("metadata").dropColumn("bpm").execute();
    }
}
