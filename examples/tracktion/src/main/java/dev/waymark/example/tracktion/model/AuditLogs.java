package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Index;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** Who changed what. */
public final class AuditLogs extends TableImpl<Record> {

    public static final AuditLogs AUDIT_LOGS = new AuditLogs();

    public final TableField<Record, UUID> ID = createField(name("id"), UUID.notNull());
    public final TableField<Record, String> ENTITY_TYPE =
            createField(name("entity_type"), VARCHAR(50).notNull());
    public final TableField<Record, UUID> ENTITY_ID = createField(name("entity_id"), UUID.notNull());
    public final TableField<Record, String> ACTION =
            createField(name("action"), VARCHAR(50).notNull());
    public final TableField<Record, LocalDateTime> TIMESTAMP = createField(name("timestamp"), LOCALDATETIME.notNull());
    public final TableField<Record, String> ACTOR =
            createField(name("actor"), VARCHAR(255).notNull());
    public final TableField<Record, JSONB> CHANGES = createField(name("changes"), JSONB.notNull());
    public final TableField<Record, JSONB> AUDIT_METADATA = createField(name("audit_metadata"), JSONB);

    private AuditLogs() {
        super(name("audit_logs"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "audit_logs_pkey", ID);
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                Parts.index(this, "ix_audit_logs_entity_id", ENTITY_ID),
                Parts.index(this, "ix_audit_logs_entity_type", ENTITY_TYPE),
                Parts.index(this, "ix_audit_logs_timestamp", TIMESTAMP));
    }
}
