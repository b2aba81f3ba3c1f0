package dev.waymark.hazard;

import java.util.List;

/** New names for what running code may name. */
final class RenameHazards {

    private static final String IN_TWO_STEPS =
            "make the new one beside it, let the code go over to it, and drop the old one in a later revision.";

    private RenameHazards() {}

    static List<Hazard> of(Case one) {
        return switch (one.kind()) {
            case TABLE ->
                breaks(
                        one,
                        "make a view of the old name in the same revision, as in"
                                + " 'create view old_name as select * from new_name', and drop it in a later one.");
            case COLUMN ->
                breaks(
                        one,
                        "add the new column, let a trigger keep both equal while code of both kinds runs,"
                                + " and drop the old one in a later revision.");
            case ENUM -> one.does("rename value ") ? List.of(value(one)) : breaks(one, IN_TWO_STEPS);
            case SCHEMA,
                    VIEW,
                    MATERIALIZED_VIEW,
                    FOREIGN_TABLE,
                    SEQUENCE,
                    FUNCTION,
                    PROCEDURE,
                    DOMAIN,
                    COMPOSITE_TYPE,
                    RANGE -> breaks(one, IN_TWO_STEPS);
            default -> List.of();
        };
    }

    private static Hazard value(Case one) {
        return new Hazard(
                HazardKind.BREAKS_RUNNING_CODE,
                "Code that writes or expects the old value of %s fails from here on.".formatted(one.object()),
                "add the new value, write the rows anew that hold the old one, and leave that unused.");
    }

    private static List<Hazard> breaks(Case one, String safer) {
        return List.of(new Hazard(
                HazardKind.BREAKS_RUNNING_CODE,
                "Code that knows the old name of %s fails from here on.".formatted(one.object()),
                safer));
    }
}
