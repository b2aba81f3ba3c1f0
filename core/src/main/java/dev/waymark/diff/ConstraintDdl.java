package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Primary keys, unique, exclusion and check constraints, and foreign keys. */
final class ConstraintDdl implements KindDdl {

    static final Set<ObjectKind> KINDS = EnumSet.of(
            ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION, ObjectKind.CHECK, ObjectKind.FOREIGN_KEY);

    static final Set<ObjectKind> WITH_INDEX =
            EnumSet.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private static final String NOT_VALID = " NOT VALID";

    private static final Pattern DEFERRAL = Pattern.compile("( (NOT )?DEFERRABLE)?( INITIALLY (DEFERRED|IMMEDIATE))?$");

    /** A constraint as it stands in the statement that makes its table. */
    static String inline(SchemaObject constraint) {
        return "constraint " + Identifiers.quoted(constraint.id().name()) + " " + Definitions.stable(constraint);
    }

    @Override
    public List<String> create(SchemaObject constraint, Surroundings schema) {
        boolean own = WITH_INDEX.contains(constraint.id().kind());
        String table = own
                ? IndexDdl.onlyIfPartitioned(constraint.id().path().subList(0, 2), schema)
                : ColumnDdl.table(constraint, schema, false);
        return List.of(table + " add " + inline(constraint));
    }

    @Override
    public List<String> afterwards(SchemaObject constraint, Surroundings schema) {
        return WITH_INDEX.contains(constraint.id().kind()) ? IndexDdl.properties(constraint) : List.of();
    }

    @Override
    public List<String> drop(SchemaObject constraint) {
        return List.of(table(constraint) + " drop constraint "
                + Identifiers.quoted(constraint.id().name()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (from.sameIn("definition", to)) {
            return WITH_INDEX.contains(to.id().kind())
                    ? IndexDdl.propertyChanges(from, to, schema)
                    : Optional.of(List.of());
        }
        String before = from.require("definition");
        String after = to.require("definition");
        String name = Identifiers.quoted(to.id().name());
        if (before.equals(after + NOT_VALID)) {
            return Optional.of(List.of(validation(to)));
        }
        boolean deferral = to.id().kind() == ObjectKind.FOREIGN_KEY
                && !before.endsWith(NOT_VALID)
                && DEFERRAL.matcher(before)
                        .replaceFirst("")
                        .equals(DEFERRAL.matcher(after).replaceFirst(""));
        return deferral
                ? Optional.of(List.of(table(to) + " alter constraint " + name + deferral(after)))
                : Optional.empty();
    }

    /** The statement that validates a constraint. */
    static String validation(SchemaObject constraint) {
        return table(constraint) + " validate constraint "
                + Identifiers.quoted(constraint.id().name());
    }

    private static String deferral(String definition) {
        if (!definition.contains(" DEFERRABLE")) {
            return " not deferrable";
        }
        return definition.endsWith(" INITIALLY DEFERRED")
                ? " deferrable initially deferred"
                : " deferrable initially immediate";
    }

    private static String table(SchemaObject constraint) {
        return "alter table " + Identifiers.qualified(constraint.id().path().subList(0, 2));
    }
}
