package dev.waymark.hazard;

import dev.waymark.diff.ChangeKind;
import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.util.List;
import java.util.stream.Collectors;

/** Enums and domains that columns have. */
final class TypeHazards {

    private TypeHazards() {}

    static List<Hazard> ofEnum(Case one) {
        if (one.is(ChangeKind.DROP)) {
            return List.of(DropHazards.unusable(one));
        }
        List<String> left = one.becomes().map(type -> type.list("values")).orElse(List.of());
        String removed = one.was().map(type -> type.list("values")).orElse(List.of()).stream()
                .filter(value -> !left.contains(value))
                .map(Identifiers::literal)
                .collect(Collectors.joining(", "));
        return removed.isEmpty() || !one.does("rename to ")
                ? List.of()
                : List.of(DropHazards.loses(
                        "%s loses %s; a row that has such a value makes it fail."
                                .formatted(TableHazards.capitalized(one.object().toString()), removed),
                        "let the code stop using it first, and write the rows anew that have it."));
    }

    static List<Hazard> ofDomain(Case one) {
        if (one.kind() == ObjectKind.DOMAIN && one.is(ChangeKind.DROP)) {
            return List.of(DropHazards.unusable(one));
        }
        boolean held = one.does("set not null")
                || (one.does("add constraint ")
                        && one.becomes()
                                .filter(check -> !check.require("definition").endsWith(" NOT VALID"))
                                .isPresent());
        return held && isUsed(one)
                ? List.of(new Hazard(
                        HazardKind.BLOCKS_WRITES,
                        "Nobody can write to the tables that have columns of domain %s while every row of them is read."
                                .formatted(Identifiers.qualified(one.relation())),
                        one.does("set not null")
                                ? "add a constraint 'check (value is not null) not valid' instead, and validate it in a"
                                        + " revision of its own."
                                : "add it with 'not valid', and validate it in a revision of its own."))
                : List.of();
    }

    private static boolean isUsed(Case one) {
        ObjectId domain = new ObjectId(ObjectKind.DOMAIN, one.relation());
        return one.before().objects(ObjectKind.COLUMN).stream()
                .anyMatch(column -> one.before().dependencies(column.id()).contains(domain));
    }
}
