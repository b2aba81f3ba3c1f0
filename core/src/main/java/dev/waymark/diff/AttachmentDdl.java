package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** What ties a table to its parent, and an index to that of the parent. */
final class AttachmentDdl implements KindDdl {

    @Override
    public List<String> create(SchemaObject attachment, Surroundings schema) {
        String child = Identifiers.qualified(attachment.id().path().subList(0, 2));
        String parent = Identifiers.qualified(Relations.parentOf(attachment));
        return List.of(
                switch (attachment.id().kind()) {
                    case PARTITION ->
                        "alter table " + parent + " attach partition " + child + " " + attachment.require("bound");
                    case INDEX_ATTACHMENT -> "alter index " + parent + " attach partition " + child;
                    default -> "alter table " + child + " inherit " + parent;
                });
    }

    @Override
    public List<String> drop(SchemaObject attachment) {
        String child = Identifiers.qualified(attachment.id().path().subList(0, 2));
        String parent = Identifiers.qualified(Relations.parentOf(attachment));
        return switch (attachment.id().kind()) {
            case PARTITION -> List.of("alter table " + parent + " detach partition " + child);
            case INDEX_ATTACHMENT -> List.of();
            default -> List.of("alter table " + child + " no inherit " + parent);
        };
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        boolean sameParent = to.id().kind() == ObjectKind.INHERITANCE;
        return sameParent ? Optional.of(List.of()) : Optional.empty();
    }
}
