package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** Work that runs in the background, and the jobs that a job has started. */
public final class Jobs extends TableImpl<Record> {

    public static final Jobs JOBS = new Jobs();

    public final TableField<Record, UUID> ID =
            createField(name("id"), UUID.notNull().defaultValue(Parts.newId()));
    public final TableField<Record, String> JOB_TYPE =
            createField(name("job_type"), VARCHAR(100).notNull());
    public final TableField<Record, String> STATUS =
            createField(name("status"), VARCHAR(50).notNull().defaultValue("created"));
    public final TableField<Record, String> SERVICE_NAME = createField(name("service_name"), VARCHAR(100));
    public final TableField<Record, UUID> CORRELATION_ID = createField(name("correlation_id"), UUID);
    public final TableField<Record, UUID> PARENT_JOB_ID = createField(name("parent_job_id"), UUID);
    public final TableField<Record, JSONB> CONTEXT = createField(name("context"), JSONB);
    public final TableField<Record, JSONB> RESULT = createField(name("result"), JSONB);
    public final TableField<Record, String> ERROR_MESSAGE = createField(name("error_message"), CLOB);
    public final TableField<Record, Integer> PROGRESS = createField(name("progress"), INTEGER.defaultValue(0));
    public final TableField<Record, Integer> TOTAL_ITEMS = createField(name("total_items"), INTEGER);
    public final TableField<Record, OffsetDateTime> STARTED_AT = createField(name("started_at"), TIMESTAMPWITHTIMEZONE);
    public final TableField<Record, OffsetDateTime> COMPLETED_AT =
            createField(name("completed_at"), TIMESTAMPWITHTIMEZONE);
    public final TableField<Record, OffsetDateTime> CREATED_AT =
            createField(name("created_at"), TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()));
    public final TableField<Record, OffsetDateTime> UPDATED_AT = createField(name("updated_at"), TIMESTAMPWITHTIMEZONE);

    private Jobs() {
        super(name("jobs"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "jobs_pkey", ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(Parts.foreignKey(this, "jobs_parent_job_id_fkey", getPrimaryKey(), PARENT_JOB_ID));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                Parts.index(this, "ix_jobs_completed_at", COMPLETED_AT),
                Parts.index(this, "ix_jobs_correlation_id", CORRELATION_ID),
                Parts.index(this, "ix_jobs_created_at", CREATED_AT),
                Parts.index(this, "ix_jobs_job_type", JOB_TYPE),
                Parts.index(this, "ix_jobs_parent_job_id", PARENT_JOB_ID),
                Parts.index(this, "ix_jobs_service_name", SERVICE_NAME),
                Parts.index(this, "ix_jobs_status", STATUS),
                Parts.index(this, "ix_jobs_status_service", STATUS, SERVICE_NAME));
    }
}
