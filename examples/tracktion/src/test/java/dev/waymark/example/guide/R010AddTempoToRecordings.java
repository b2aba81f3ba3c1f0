package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** How fast a recording is, in beats per minute. */
@Revision(id = "010", revises = "009", message = "Add tempo to recordings")
public final class R010AddTempoToRecordings implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.execute("alter table recordings add column bpm numeric(6, 2)");
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("alter table recordings drop column bpm");
    }
}
