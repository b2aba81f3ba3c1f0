package dev.waymark.example.tracktion.revisions;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/**
 * Who changed what, how tracklists are kept in step with their sources, and how they looked before.
 *
 * <p>When this revision was first written, with Alembic, it said that it revised {@code 003_add_rename_proposals}: the
 * name of a file, not the id {@code 003}. Alembic answered with a {@code KeyError} when it ran. Here the same slip does
 * not compile.
 */
@Revision(id = "004", revises = "003", message = "Add audit logs, sync tables and tracklist versions")
public final class R004AddAuditSyncAndVersions implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.script("R004AddAuditSyncAndVersions.sql");
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("drop table sync_events, sync_configurations, tracklist_versions, audit_logs");
    }
}
