package dev.waymark.hazard;

import dev.waymark.diff.ChangeKind;
import java.util.List;

/** What goes for good. */
final class DropHazards {

    static final String LATER = "let the code stop using it first, and drop it in a later revision.";

    private DropHazards() {}

    static List<Hazard> of(Case one) {
        if (!one.is(ChangeKind.DROP)) {
            return List.of();
        }
        return switch (one.kind()) {
            case SEQUENCE -> List.of(loses("How far %s has counted is lost.".formatted(one.object()), LATER));
            case EXTENSION ->
                List.of(loses("What %s keeps in tables of its own is lost.".formatted(one.object()), LATER));
            case VIEW, FOREIGN_TABLE, FUNCTION, PROCEDURE, AGGREGATE, COMPOSITE_TYPE, RANGE -> List.of(unusable(one));
            default -> List.of();
        };
    }

    static Hazard loses(String reason, String safer) {
        return new Hazard(HazardKind.LOSES_DATA, reason, safer);
    }

    /** Code that names what is dropped. */
    static Hazard unusable(Case one) {
        return new Hazard(
                HazardKind.BREAKS_RUNNING_CODE, "Code that uses %s fails from here on.".formatted(one.object()), LATER);
    }
}
