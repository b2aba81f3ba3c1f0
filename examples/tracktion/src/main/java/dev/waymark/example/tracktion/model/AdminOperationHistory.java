package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Index;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** What administrators have done, to what, and how it ended. */
public final class AdminOperationHistory extends TableImpl<Record> {

    public static final AdminOperationHistory ADMIN_OPERATION_HISTORY = new AdminOperationHistory();

    public final TableField<Record, UUID> ID =
            createField(name("id"), UUID.notNull().defaultValue(Parts.newId()));
    public final TableField<Record, String> OPERATION_ID =
            createField(name("operation_id"), VARCHAR(100).notNull());
    public final TableField<Record, String> OPERATION_TYPE =
            createField(name("operation_type"), VARCHAR(50).notNull());
    public final TableField<Record, OffsetDateTime> TIMESTAMP =
            createField(name("timestamp"), TIMESTAMPWITHTIMEZONE.notNull());
    public final TableField<Record, String> ADMIN_USER =
            createField(name("admin_user"), VARCHAR(100).notNull());
    public final TableField<Record, JSONB> DETAILS = createField(name("details"), JSONB);
    public final TableField<Record, Boolean> SUCCESS =
            createField(name("success"), BOOLEAN.notNull().defaultValue(true));
    public final TableField<Record, String> ERROR_MESSAGE = createField(name("error_message"), CLOB);
    public final TableField<Record, JSONB> AFFECTED_RESOURCES = createField(name("affected_resources"), JSONB);
    public final TableField<Record, JSONB> METADATA = createField(name("metadata"), JSONB);
    public final TableField<Record, OffsetDateTime> CREATED_AT =
            createField(name("created_at"), TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()));

    private AdminOperationHistory() {
        super(name("admin_operation_history"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "admin_operation_history_pkey", ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(Parts.key(this, "admin_operation_history_operation_id_key", OPERATION_ID));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                Parts.index(this, "ix_admin_operation_history_admin_user", ADMIN_USER),
                Parts.index(this, "ix_admin_operation_history_operation_id", OPERATION_ID),
                Parts.index(this, "ix_admin_operation_history_operation_type", OPERATION_TYPE),
                Parts.index(this, "ix_admin_operation_history_timestamp", TIMESTAMP),
                Parts.index(this, "ix_admin_operation_history_timestamp_type", TIMESTAMP, OPERATION_TYPE),
                Parts.index(this, "ix_admin_operation_history_user_type", ADMIN_USER, OPERATION_TYPE));
    }
}
