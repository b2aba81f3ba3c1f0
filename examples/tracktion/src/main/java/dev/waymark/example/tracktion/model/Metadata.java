package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** What is known of a recording, as pairs of key and value. */
public final class Metadata extends TableImpl<Record> {

    public static final Metadata METADATA = new Metadata();

    public final TableField<Record, UUID> ID =
            createField(name("id"), UUID.notNull().defaultValue(Parts.newId()));
    public final TableField<Record, UUID> RECORDING_ID = createField(name("recording_id"), UUID.notNull());
    public final TableField<Record, String> KEY =
            createField(name("key"), VARCHAR(255).notNull());
    public final TableField<Record, String> VALUE = createField(name("value"), CLOB.notNull());

    private Metadata() {
        super(name("metadata"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "metadata_pkey", ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(Parts.foreignKey(
                this, "metadata_recording_id_fkey", Recordings.RECORDINGS.getPrimaryKey(), RECORDING_ID));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(Parts.check(this, "ck_metadata_key_not_empty", "key <> ''"));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                Parts.index(this, "idx_metadata_key", KEY),
                Parts.index(this, "idx_metadata_recording_id", RECORDING_ID));
    }
}
