package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** Recordings are found by their titles, and the application goes on writing while the index is built. */
@Revision(id = "012", revises = "011", message = "Index recordings by title", transactional = false)
public final class R012IndexRecordingsByTitle implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.execute("create index concurrently ix_recordings_title on recordings (title)");
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("drop index concurrently ix_recordings_title");
    }
}
