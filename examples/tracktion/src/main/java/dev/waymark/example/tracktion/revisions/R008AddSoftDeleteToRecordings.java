package dev.waymark.example.tracktion.revisions;

import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import org.jooq.DSLContext;

/** A deleted recording stays, with the time of its deletion. */
@Revision(id = "008", revises = "007", message = "Add soft delete to recordings")
public final class R008AddSoftDeleteToRecordings implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        DSLContext dsl = sql.dsl();
        dsl.alterTable("recordings")
                .addColumn("deleted_at", TIMESTAMPWITHTIMEZONE)
                .execute();
        dsl.createIndex("ix_recordings_deleted_at")
                .on("recordings", "deleted_at")
                .execute();
    }

    /** The index goes with its column. */
    @Override
    public void down(SqlContext sql) {
        sql.dsl().alterTable("recordings").dropColumn("deleted_at").execute();
    }
}
