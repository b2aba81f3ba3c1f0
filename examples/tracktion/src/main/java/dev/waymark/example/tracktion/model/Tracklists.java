package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.util.List;
import java.util.UUID;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** What is played on a recording, and when. */
public final class Tracklists extends TableImpl<Record> {

    public static final Tracklists TRACKLISTS = new Tracklists();

    public final TableField<Record, UUID> ID =
            createField(name("id"), UUID.notNull().defaultValue(Parts.newId()));
    public final TableField<Record, UUID> RECORDING_ID = createField(name("recording_id"), UUID.notNull());
    public final TableField<Record, String> SOURCE =
            createField(name("source"), VARCHAR(255).notNull());
    public final TableField<Record, JSONB> TRACKS = createField(name("tracks"), JSONB);
    public final TableField<Record, String> CUE_FILE_PATH = createField(name("cue_file_path"), CLOB);

    private Tracklists() {
        super(name("tracklists"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "tracklists_pkey", ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(Parts.key(this, "tracklists_recording_id_key", RECORDING_ID));
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(Parts.foreignKey(
                this, "tracklists_recording_id_fkey", Recordings.RECORDINGS.getPrimaryKey(), RECORDING_ID));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(Parts.index(this, "idx_tracklists_recording_id", RECORDING_ID));
    }
}
