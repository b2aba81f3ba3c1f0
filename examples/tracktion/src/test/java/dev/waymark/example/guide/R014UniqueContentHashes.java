package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** Hashes are filled in by and by and made unique, while the application goes on writing. */
@Revision(id = "014", revises = "013", message = "Unique content hashes", transactional = false)
public final class R014UniqueContentHashes implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        int changed = 1;
        while (changed > 0) {
            changed = sql.execute("""
                    update recordings set file_hash = sha256_hash
                    where id in (
                        select id from recordings where file_hash is null and sha256_hash is not null limit 1000
                    )
                    """);
        }
        sql.execute("create unique index concurrently ux_recordings_file_hash on recordings (file_hash)");
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("drop index concurrently ux_recordings_file_hash");
    }
}
