package dev.waymark.example.tracktion.revisions;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.foreignKey;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import java.util.List;
import org.jooq.DSLContext;

/** Work that runs in the background, and the jobs that a job has started. */
@Revision(id = "006", revises = "005", message = "Add jobs")
public final class R006AddJobs implements SqlMigration {

    private static final List<String> SEARCHED = List.of(
            "job_type", "status", "service_name", "correlation_id", "parent_job_id", "created_at", "completed_at");

    @Override
    public void up(SqlContext sql) {
        createJobs(sql.dsl());
        createIndexes(sql.dsl());
    }

    private static void createJobs(DSLContext dsl) {
        dsl.createTable("jobs")
                .column("id", UUID.notNull().defaultValue(field("public.uuid_generate_v4()", UUID)))
                .column("job_type", VARCHAR(100).notNull())
                .column("status", VARCHAR(50).notNull().defaultValue("created"))
                .column("service_name", VARCHAR(100))
                .column("correlation_id", UUID)
                .column("parent_job_id", UUID)
                .column("context", JSONB)
                .column("result", JSONB)
                .column("error_message", CLOB)
                .column("progress", INTEGER.defaultValue(0))
                .column("total_items", INTEGER)
                .column("started_at", TIMESTAMPWITHTIMEZONE)
                .column("completed_at", TIMESTAMPWITHTIMEZONE)
                .column("created_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()))
                .column("updated_at", TIMESTAMPWITHTIMEZONE)
                .constraints(
                        primaryKey("id"),
                        foreignKey("parent_job_id").references("jobs", "id").onDeleteCascade())
                .execute();
    }

    private static void createIndexes(DSLContext dsl) {
        for (String column : SEARCHED) {
            dsl.createIndex("ix_jobs_" + column).on("jobs", column).execute();
        }
        dsl.createIndex("ix_jobs_status_service")
                .on("jobs", "status", "service_name")
                .execute();
    }

    @Override
    public void down(SqlContext sql) {
        sql.dsl().dropTable("jobs").execute();
    }
}
