package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.JSONB;
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
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** What listening to a recording has found out: tempo, key, mood. */
public final class AnalysisResults extends TableImpl<Record> {

    public static final AnalysisResults ANALYSIS_RESULTS = new AnalysisResults();

    public final TableField<Record, UUID> ID =
            createField(name("id"), UUID.notNull().defaultValue(Parts.newId()));
    public final TableField<Record, UUID> RECORDING_ID = createField(name("recording_id"), UUID.notNull());
    public final TableField<Record, String> ANALYSIS_TYPE =
            createField(name("analysis_type"), VARCHAR(50).notNull());
    public final TableField<Record, JSONB> RESULT_DATA = createField(name("result_data"), JSONB);
    public final TableField<Record, BigDecimal> CONFIDENCE_SCORE = createField(name("confidence_score"), NUMERIC(5, 4));
    public final TableField<Record, String> STATUS =
            createField(name("status"), VARCHAR(20).notNull().defaultValue("pending"));
    public final TableField<Record, String> ERROR_MESSAGE = createField(name("error_message"), CLOB);
    public final TableField<Record, Integer> PROCESSING_TIME_MS = createField(name("processing_time_ms"), INTEGER);
    public final TableField<Record, OffsetDateTime> CREATED_AT =
            createField(name("created_at"), TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()));
    public final TableField<Record, OffsetDateTime> UPDATED_AT = createField(name("updated_at"), TIMESTAMPWITHTIMEZONE);

    private AnalysisResults() {
        super(name("analysis_results"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "analysis_results_pkey", ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(Parts.foreignKey(
                this,
                "fk_analysis_results_recording_id_recordings",
                Recordings.RECORDINGS.getPrimaryKey(),
                RECORDING_ID));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                Parts.index(this, "ix_analysis_results_analysis_type", ANALYSIS_TYPE),
                Parts.index(this, "ix_analysis_results_created_at", CREATED_AT),
                Parts.index(this, "ix_analysis_results_recording_id", RECORDING_ID),
                Parts.index(this, "ix_analysis_results_recording_type_status", RECORDING_ID, ANALYSIS_TYPE, STATUS),
                Parts.index(this, "ix_analysis_results_status", STATUS));
    }
}
