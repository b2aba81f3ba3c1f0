package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The DDL of every kind of object. */
final class DdlOfKind {

    private static final Set<ObjectKind> DEFINED = EnumSet.of(
            ObjectKind.LANGUAGE,
            ObjectKind.ACCESS_METHOD,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.COLLATION,
            ObjectKind.RANGE,
            ObjectKind.AGGREGATE,
            ObjectKind.OPERATOR,
            ObjectKind.OPERATOR_CLASS,
            ObjectKind.CAST,
            ObjectKind.TRANSFORM,
            ObjectKind.CONVERSION,
            ObjectKind.TEXT_SEARCH_PARSER,
            ObjectKind.TEXT_SEARCH_TEMPLATE,
            ObjectKind.TEXT_SEARCH_DICTIONARY);

    private static final Set<ObjectKind> SIMPLE =
            EnumSet.of(ObjectKind.SCHEMA, ObjectKind.EXTENSION, ObjectKind.SERVER, ObjectKind.USER_MAPPING);

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
        DEFINED.forEach(kind -> kinds.put(kind, new DefinitionDdl()));
        SIMPLE.forEach(kind -> kinds.put(kind, new SimpleDdl()));
        kinds.put(ObjectKind.ENUM, new EnumDdl());
        kinds.put(ObjectKind.DOMAIN, new DomainDdl());
        kinds.put(ObjectKind.DOMAIN_CHECK, new DomainDdl.Check());
        kinds.put(ObjectKind.COMPOSITE_TYPE, new CompositeDdl());
        kinds.put(ObjectKind.FUNCTION, new RoutineDdl());
        kinds.put(ObjectKind.PROCEDURE, new RoutineDdl());
        kinds.put(ObjectKind.VIEW, new ViewDdl());
        kinds.put(ObjectKind.MATERIALIZED_VIEW, new MaterializedViewDdl());
        kinds.put(ObjectKind.TRIGGER, new TriggerDdl());
        kinds.put(ObjectKind.RULE, new TriggerDdl());
        kinds.put(ObjectKind.POLICY, new PolicyDdl());
        kinds.put(ObjectKind.EVENT_TRIGGER, new EventTriggerDdl());
        kinds.put(ObjectKind.PUBLICATION, new PublicationDdl());
        kinds.put(ObjectKind.PUBLICATION_TABLE, new PublicationDdl.Member());
        kinds.put(ObjectKind.PUBLICATION_SCHEMA, new PublicationDdl.Member());
        kinds.put(ObjectKind.SUBSCRIPTION, new SubscriptionDdl());
        kinds.put(ObjectKind.STATISTICS, new StatisticsDdl());
        kinds.put(ObjectKind.TEXT_SEARCH_CONFIGURATION, new MembersDdl());
        kinds.put(ObjectKind.OPERATOR_FAMILY, new MembersDdl());
        kinds.put(ObjectKind.DEFAULT_PRIVILEGES, new DefaultPrivilegesDdl());
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
