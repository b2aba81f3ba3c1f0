package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.TableImpl;

/** The files of the collection. */
public final class Recordings extends TableImpl<Record> {

    public static final Recordings RECORDINGS = new Recordings();

    public final TableField<Record, UUID> ID =
            createField(name("id"), UUID.notNull().defaultValue(Parts.newId()));
    public final TableField<Record, String> FILE_PATH = createField(name("file_path"), CLOB.notNull());
    public final TableField<Record, String> FILE_NAME = createField(name("file_name"), CLOB.notNull());
    public final TableField<Record, String> SHA256_HASH = createField(name("sha256_hash"), VARCHAR(64));
    public final TableField<Record, String> XXH128_HASH = createField(name("xxh128_hash"), VARCHAR(32));
    public final TableField<Record, OffsetDateTime> CREATED_AT =
            createField(name("created_at"), TIMESTAMPWITHTIMEZONE.notNull().defaultValue(currentOffsetDateTime()));
    public final TableField<Record, String> FILE_HASH = createField(name("file_hash"), VARCHAR(64));
    public final TableField<Record, Integer> FILE_SIZE = createField(name("file_size"), INTEGER);
    public final TableField<Record, String> PROCESSING_STATUS =
            createField(name("processing_status"), VARCHAR(50).defaultValue("pending"));
    public final TableField<Record, String> PROCESSING_ERROR = createField(name("processing_error"), CLOB);
    public final TableField<Record, OffsetDateTime> UPDATED_AT = createField(name("updated_at"), TIMESTAMPWITHTIMEZONE);
    public final TableField<Record, OffsetDateTime> DELETED_AT = createField(name("deleted_at"), TIMESTAMPWITHTIMEZONE);

    private Recordings() {
        super(name("recordings"), TracktionSchema.PUBLIC);
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return Parts.key(this, "recordings_pkey", ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(
                Parts.key(this, "recordings_sha256_hash_key", SHA256_HASH),
                Parts.key(this, "recordings_xxh128_hash_key", XXH128_HASH));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(
                Parts.check(this, "ck_recordings_file_name_not_empty", "file_name <> ''"),
                Parts.check(this, "ck_recordings_file_path_not_empty", "file_path <> ''"));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(Parts.index(this, "ix_recordings_deleted_at", DELETED_AT));
    }
}
