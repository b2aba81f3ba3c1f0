package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The DDL of every kind of object. */
final class DdlOfKind {

    private final Map<ObjectKind, KindDdl> kinds = new EnumMap<>(ObjectKind.class);

    DdlOfKind() {
        kinds.put(ObjectKind.TABLE, new TableDdl());
        kinds.put(ObjectKind.FOREIGN_TABLE, new TableDdl());
        kinds.put(ObjectKind.COLUMN, new ColumnDdl());
        kinds.put(ObjectKind.DEFAULT, new DefaultDdl());
        kinds.put(ObjectKind.NOT_NULL, new NotNullDdl());
        ConstraintDdl.KINDS.forEach(kind -> kinds.put(kind, new ConstraintDdl()));
        kinds.put(ObjectKind.INDEX, new IndexDdl());
        kinds.put(ObjectKind.INDEX_ATTACHMENT, new AttachmentDdl());
        kinds.put(ObjectKind.PARTITION, new AttachmentDdl());
        kinds.put(ObjectKind.INHERITANCE, new AttachmentDdl());
        kinds.put(ObjectKind.SEQUENCE, new SequenceDdl());
        kinds.put(ObjectKind.SEQUENCE_OWNER, new SequenceOwnerDdl());
    }

    KindDdl of(ObjectKind kind) {
        return Objects.requireNonNull(kinds.get(kind), kind::words);
    }

    KindDdl of(SchemaObject object) {
        return of(object.id().kind());
    }

    KindDdl of(ObjectId id) {
        return of(id.kind());
    }
}
