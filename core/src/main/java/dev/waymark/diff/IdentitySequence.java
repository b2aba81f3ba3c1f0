package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the sequence of an identity column may have besides the column: privileges and a comment. */
final class IdentitySequence {

    private IdentitySequence() {}

    /** The statements for what differs; none for anything but identity columns. */
    static List<String> changes(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (!to.has("identity")) {
            return List.of();
        }
        String on = "sequence " + Identity.sequence(to);
        List<String> statements = new ArrayList<>(
                Privileges.statements(given(from, to, schema), to.list("sequence_privileges"), " on " + on));
        if (!from.sameIn("sequence_comment", to)) {
            statements.add(CommonDdl.comment(on, to.get("sequence_comment")));
        }
        return statements;
    }

    /** The privileges that it has before these statements, but after the owner of the table has changed. */
    private static List<String> given(SchemaObject from, SchemaObject to, Surroundings schema) {
        String user = schema.to().user();
        Optional<String> owner = owner(to, schema.to());
        if (from.has("identity")) {
            return Privileges.underOwner(
                    from.list("sequence_privileges"), owner(from, schema.from()).orElse(user), owner);
        }
        ObjectId sequence = new ObjectId(ObjectKind.SEQUENCE, to.id().path());
        return Privileges.underOwner(InitialPrivileges.of(sequence, schema), user, owner);
    }

    private static Optional<String> owner(SchemaObject column, SchemaSnapshot schema) {
        return schema.find(new ObjectId(ObjectKind.TABLE, column.id().path().subList(0, 2)))
                .flatMap(table -> table.get("owner"));
    }
}
