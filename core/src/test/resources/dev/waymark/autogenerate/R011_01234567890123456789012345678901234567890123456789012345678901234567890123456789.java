package app.revisions;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/**
 * Merge what was done on several branches, and say so in so many words that the line of the annotation is too short for
 * it.
 */
@Revision(
        id = "011_01234567890123456789012345678901234567890123456789012345678901234567890123456789",
        revises = {"branch_with_a_long_name_1", "branch_with_a_long_name_2", "a_third", "a_fourth"},
        message =
                "Merge what was done on several branches, and say so in so many words that the line of the annotation is too short for it",
        transactional = false)
public final class R011_01234567890123456789012345678901234567890123456789012345678901234567890123456789
        implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.execute("create index concurrently i on t (a)");
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("drop index concurrently i");
    }
}
