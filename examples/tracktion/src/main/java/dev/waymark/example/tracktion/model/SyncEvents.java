package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.name;
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

/** What keeping tracklists in step has come upon. */
public final class SyncEvents extends TableImpl<Record> {

    public static final SyncEvents SYNC_EVENTS = new SyncEvents();

    public final TableField<Record, UUID> ID = createField(name("id"), UUID.notNull());
    public final TableField<Record, UUID> TRACKLIST_ID = createField(name("tracklist_id"), UUID.notNull());
    public final TableField<Record, String> EVENT_TYPE =
            createField(name("event_type"), VARCHAR(20).notNull());
    public final TableField<Record, String> SOURCE =
            createField(name("source"), VARCHAR(50).notNull());
    public final TableField<Record, String> STATUS =
            createField(name("status"), VARCHAR(20).notNull());
    public final TableField<Record, LocalDateTime> CREATED_AT =
            createField(name("created_at"), LOCALDATETIME.notNull());
    public final TableField<Record, LocalDateTime> COMPLETED_AT = createField(name("completed_at"), LOCALDATETIME);
    public final TableField<Record, JSONB> CHANGES = createField(name("changes"), JSONB);
    public final TableField<Record, JSONB> CONFLICT_DATA = createField(name("conflict_data"), JSONB);
    public final TableField<Record, JSONB> RESOLUTION = createField(name("resolution"), JSONB);

    private SyncEvents() {
        super(name("sync_events"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "sync_events_pkey", ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(Parts.foreignKey(
                this, "sync_events_tracklist_id_fkey", Tracklists.TRACKLISTS.getPrimaryKey(), TRACKLIST_ID));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                Parts.index(this, "ix_sync_events_created_at", CREATED_AT),
                Parts.index(this, "ix_sync_events_status", STATUS),
                Parts.index(this, "ix_sync_events_tracklist_id", TRACKLIST_ID));
    }
}
