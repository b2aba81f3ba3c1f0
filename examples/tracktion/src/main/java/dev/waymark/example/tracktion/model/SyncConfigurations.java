package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.DOUBLE;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.LOCALDATETIME;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.ForeignKey;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** How a tracklist is kept in step with its source. */
public final class SyncConfigurations extends TableImpl<Record> {

    public static final SyncConfigurations SYNC_CONFIGURATIONS = new SyncConfigurations();

    public final TableField<Record, UUID> ID = createField(name("id"), UUID.notNull());
    public final TableField<Record, UUID> TRACKLIST_ID = createField(name("tracklist_id"), UUID.notNull());
    public final TableField<Record, Boolean> SYNC_ENABLED = createField(name("sync_enabled"), BOOLEAN.notNull());
    public final TableField<Record, JSONB> SYNC_SOURCES = createField(name("sync_sources"), JSONB);
    public final TableField<Record, String> SYNC_FREQUENCY = createField(name("sync_frequency"), VARCHAR(20));
    public final TableField<Record, Double> AUTO_ACCEPT_THRESHOLD =
            createField(name("auto_accept_threshold"), DOUBLE.notNull());
    public final TableField<Record, String> CONFLICT_RESOLUTION =
            createField(name("conflict_resolution"), VARCHAR(20).notNull());
    public final TableField<Record, LocalDateTime> LAST_SYNC_AT = createField(name("last_sync_at"), LOCALDATETIME);
    public final TableField<Record, LocalDateTime> NEXT_SYNC_AT = createField(name("next_sync_at"), LOCALDATETIME);

    private SyncConfigurations() {
        super(name("sync_configurations"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "sync_configurations_pkey", ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(Parts.key(this, "sync_configurations_tracklist_id_key", TRACKLIST_ID));
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(Parts.foreignKey(
                this, "sync_configurations_tracklist_id_fkey", Tracklists.TRACKLISTS.getPrimaryKey(), TRACKLIST_ID));
    }
}
