package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What a recording is called, at first guessed from the name of its file. */
@Revision(id = "011", revises = "010", message = "Add title to recordings")
public final class R011AddTitleToRecordings implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.execute("alter table recordings add column title text");
        for (Recording recording : sql.query("select id, file_name from recordings", Recording::of)) {
            sql.execute("update recordings set title = ? where id = ?", recording.title(), recording.id());
        }
        sql.execute("alter table recordings alter column title set not null");
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("alter table recordings drop column title");
    }

    private record Recording(UUID id, String fileName) {

        static Recording of(ResultSet row) throws SQLException {
            return new Recording(row.getObject("id", UUID.class), row.getString("file_name"));
        }

        String title() {
            return fileName.replaceFirst("\\.[^.]+$", "").replace('_', ' ');
        }
    }
}
