package dev.waymark.example.tracktion.revisions;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.foreignKey;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import org.jooq.DSLContext;

/** Better names for files, each waiting for somebody's yes. */
@Revision(id = "003", revises = "002", message = "Add rename proposals")
public final class R003AddRenameProposals implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        DSLContext dsl = sql.dsl();
        dsl.createTable("rename_proposals")
                .column("id", UUID.notNull())
                .column("recording_id", UUID.notNull())
                .column("original_path", CLOB.notNull())
                .column("original_filename", CLOB.notNull())
                .column("proposed_filename", CLOB.notNull())
                .column("full_proposed_path", CLOB.notNull())
                .column("confidence_score", NUMERIC(3, 2))
                .column("status", VARCHAR(20).notNull().defaultValue("pending"))
                .column("conflicts", CLOB.array())
                .column("warnings", CLOB.array())
                .column("created_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()))
                .column("updated_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()))
                .constraints(primaryKey("id"), foreignKey("recording_id").references("recordings", "id"))
                .execute();
        createIndex(dsl, "recording_id");
        createIndex(dsl, "status");
        createIndex(dsl, "full_proposed_path");
        createIndex(dsl, "created_at");
    }

    private static void createIndex(DSLContext dsl, String column) {
        dsl.createIndex("ix_rename_proposals_" + column)
                .on("rename_proposals", column)
                .execute();
    }

    @Override
    public void down(SqlContext sql) {
        sql.dsl().dropTable("rename_proposals").execute();
    }
}
