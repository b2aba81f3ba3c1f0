package dev.waymark.example.guide;

import dev.waymark.Revision;
import dev.waymark.migration.Irreversible;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** One way to write a hash, so that equal files are found to be equal. */
@Revision(id = "013", revises = "012", message = "Write hashes in lower case")
public final class R013WriteHashesInLowerCase implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.execute("update recordings set sha256_hash = lower(sha256_hash) where sha256_hash <> lower(sha256_hash)");
    }

    @Override
    public void down(SqlContext sql) {
        throw Irreversible.because("which hashes had capital letters is not known any more");
    }
}
