package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.NUMERIC;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** Better names for files, each waiting for somebody's yes. */
public final class RenameProposals extends TableImpl<Record> {

    public static final RenameProposals RENAME_PROPOSALS = new RenameProposals();

    public final TableField<Record, UUID> ID = createField(name("id"), UUID.notNull());
    public final TableField<Record, UUID> RECORDING_ID = createField(name("recording_id"), UUID.notNull());
    public final TableField<Record, String> ORIGINAL_PATH = createField(name("original_path"), CLOB.notNull());
    public final TableField<Record, String> ORIGINAL_FILENAME = createField(name("original_filename"), CLOB.notNull());
    public final TableField<Record, String> PROPOSED_FILENAME = createField(name("proposed_filename"), CLOB.notNull());
    public final TableField<Record, String> FULL_PROPOSED_PATH =
            createField(name("full_proposed_path"), CLOB.notNull());
    public final TableField<Record, BigDecimal> CONFIDENCE_SCORE = createField(name("confidence_score"), NUMERIC(3, 2));
    public final TableField<Record, String> STATUS =
            createField(name("status"), VARCHAR(20).notNull().defaultValue("pending"));
    public final TableField<Record, String[]> CONFLICTS = createField(name("conflicts"), CLOB.array());
    public final TableField<Record, String[]> WARNINGS = createField(name("warnings"), CLOB.array());
    public final TableField<Record, OffsetDateTime> CREATED_AT =
            createField(name("created_at"), TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()));
    public final TableField<Record, OffsetDateTime> UPDATED_AT =
            createField(name("updated_at"), TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()));

    private RenameProposals() {
        super(name("rename_proposals"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "rename_proposals_pkey", ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(Parts.foreignKey(
                this, "rename_proposals_recording_id_fkey", Recordings.RECORDINGS.getPrimaryKey(), RECORDING_ID));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                Parts.index(this, "idx_rename_proposals_recording_id", RECORDING_ID),
                Parts.index(this, "ix_rename_proposals_created_at", CREATED_AT),
                Parts.index(this, "ix_rename_proposals_full_proposed_path", FULL_PROPOSED_PATH),
                Parts.index(this, "ix_rename_proposals_recording_id", RECORDING_ID),
                Parts.index(this, "ix_rename_proposals_status", STATUS));
    }
}
