package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** How tracklists looked before. */
public final class TracklistVersions extends TableImpl<Record> {

    public static final TracklistVersions TRACKLIST_VERSIONS = new TracklistVersions();

    public final TableField<Record, UUID> ID = createField(name("id"), UUID.notNull());
    public final TableField<Record, UUID> TRACKLIST_ID = createField(name("tracklist_id"), UUID.notNull());
    public final TableField<Record, Integer> VERSION_NUMBER = createField(name("version_number"), INTEGER.notNull());
    public final TableField<Record, LocalDateTime> CREATED_AT =
            createField(name("created_at"), LOCALDATETIME.notNull());
    public final TableField<Record, String> CREATED_BY = createField(name("created_by"), VARCHAR(255));
    public final TableField<Record, String> CHANGE_TYPE =
            createField(name("change_type"), VARCHAR(50).notNull());
    public final TableField<Record, String> CHANGE_SUMMARY = createField(name("change_summary"), CLOB.notNull());
    public final TableField<Record, JSONB> TRACKS_SNAPSHOT = createField(name("tracks_snapshot"), JSONB.notNull());
    public final TableField<Record, JSONB> VERSION_METADATA = createField(name("version_metadata"), JSONB);
    public final TableField<Record, Boolean> IS_CURRENT = createField(name("is_current"), BOOLEAN.notNull());

    private TracklistVersions() {
        super(name("tracklist_versions"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "tracklist_versions_pkey", ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(Parts.foreignKey(
                this, "tracklist_versions_tracklist_id_fkey", Tracklists.TRACKLISTS.getPrimaryKey(), TRACKLIST_ID));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                Parts.index(this, "ix_tracklist_versions_created_at", CREATED_AT),
                Parts.index(this, "ix_tracklist_versions_is_current", IS_CURRENT),
                Parts.index(this, "ix_tracklist_versions_tracklist_id", TRACKLIST_ID));
    }
}
