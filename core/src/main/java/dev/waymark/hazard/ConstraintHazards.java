package dev.waymark.hazard;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.stream.Stream;

/** Constraints that every row has to be held against. */
final class ConstraintHazards {

    private static final String NOT_VALID =
            "add it with 'not valid', and validate it in a revision of its own, which blocks nobody.";

    private ConstraintHazards() {}

    /** Checks and foreign keys. */
    static List<Hazard> of(Case one) {
        boolean held = one.does("add constraint ")
                && one.becomes()
                        .filter(constraint -> !constraint.require("definition").endsWith(" NOT VALID"))
                        .isPresent();
        if (!held || one.isNew()) {
            return List.of();
        }
        return List.of(one.kind() == ObjectKind.CHECK ? check(one) : foreignKey(one));
    }

    private static Hazard check(Case one) {
        return new Hazard(
                HazardKind.SCANS_UNDER_LOCK,
                "Every row of %s is read while nobody can use it.".formatted(one.relationInWords()),
                NOT_VALID);
    }

    private static Hazard foreignKey(Case one) {
        String referenced = one.after().dependencies(one.object()).stream()
                .filter(on -> on.kind() == ObjectKind.COLUMN)
                .map(on -> on.path().subList(0, 2))
                .filter(table -> !table.equals(one.relation()) && !one.isNew(table))
                .findFirst()
                .map(table -> " and to table " + Identifiers.qualified(table))
                .orElse("");
        return new Hazard(
                HazardKind.BLOCKS_WRITES,
                "Nobody can write to %s%s while every row is looked up.".formatted(one.relationInWords(), referenced),
                one.isPartitioned(one.relation())
                        ? "before PostgreSQL 18, add it to each partition with 'not valid', validate it there,"
                                + " and add it here last, which then reads no row."
                        : NOT_VALID);
    }

    /** NOT NULL of a column that is there. */
    static List<Hazard> ofNotNull(Case one) {
        boolean held = one.does("set not null")
                || (one.does("add constraint ")
                        && one.becomes().filter(it -> !it.has("not_valid")).isPresent());
        if (!held || one.isNew() || isProved(one)) {
            return List.of();
        }
        String column = Identifiers.quoted(one.object().name());
        return List.of(new Hazard(
                HazardKind.SCANS_UNDER_LOCK,
                "Every row of %s is read while nobody can use it; one without a value for %s makes it fail."
                        .formatted(one.relationInWords(), column),
                ("add a constraint 'check (%s is not null) not valid', validate it in a revision of its own,"
                                + " and only then set not null, which then reads no row.")
                        .formatted(column)));
    }

    /** A valid check says the same already. */
    private static boolean isProved(Case one) {
        String definition = "CHECK ((%s IS NOT NULL))"
                .formatted(Identifiers.quoted(one.object().name()));
        return Stream.of(one.before())
                .flatMap(schema -> schema.objects(ObjectKind.CHECK, one.relation()).stream())
                .anyMatch(check -> check.require("definition").equals(definition));
    }

    /** Whether a new column has to have a value that nothing gives it. */
    static boolean isRequired(Case one, SchemaObject column) {
        List<String> path = column.id().path();
        boolean given = column.has("identity")
                || column.has("generated")
                || one.after().objects().containsKey(new ObjectId(ObjectKind.DEFAULT, path));
        return !given && one.after().objects().containsKey(new ObjectId(ObjectKind.NOT_NULL, path));
    }
}
