package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** When each recording was played: the first revision of a branch of its own. */
@Revision(id = "plays_001", labels = "plays", dependsOn = "001", message = "Add plays")
public final class PlaysAddPlays implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.execute("""
                create table plays (
                    recording_id uuid not null references recordings (id) on delete cascade,
                    played_at    timestamptz not null,
                    primary key (recording_id, played_at)
                )
                """);
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("drop table plays");
    }
}
