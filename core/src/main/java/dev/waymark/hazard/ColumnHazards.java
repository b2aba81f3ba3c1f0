package dev.waymark.hazard;

import dev.waymark.diff.ChangeKind;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that come, go or change. */
final class ColumnHazards {

    private static final String STEP_BY_STEP =
            "add a new column, let a trigger keep both equal, fill it in batches, and drop the old one in a later revision.";

    private ColumnHazards() {}

    static List<Hazard> of(Case one) {
        if (one.isNew()) {
            return List.of();
        }
        if (one.does("drop column ") || one.does("drop attribute ")) {
            return dropped(one);
        }
        if (one.does("add column ") && !one.isForeign()) {
            return added(one, one.becomes().orElseThrow());
        }
        return one.does("type ") && !one.isForeign()
                ? retyped(one, one.was().orElseThrow(), one.becomes().orElseThrow())
                : List.of();
    }

    private static List<Hazard> dropped(Case one) {
        boolean computed = one.was().filter(column -> column.has("generated")).isPresent();
        if (computed || one.isForeign()) {
            return one.is(ChangeKind.DROP) ? List.of(DropHazards.unusable(one)) : List.of();
        }
        return List.of(DropHazards.loses("What is in %s is lost.".formatted(one.object()), DropHazards.LATER));
    }

    private static List<Hazard> added(Case one, SchemaObject column) {
        List<Hazard> hazards = new ArrayList<>();
        rewriting(one, column)
                .ifPresent(
                        because -> hazards.add(
                                new Hazard(
                                        HazardKind.REWRITES,
                                        "Every row of %s is written again while nobody can use it, since %s."
                                                .formatted(one.relationInWords(), because),
                                        column.has("generated")
                                                ? "add a plain column, let a trigger fill it, and fill the rows that are there in batches."
                                                : "add the column without it, set the default, and fill the rows that are there in batches.")));
        if (ConstraintHazards.isRequired(one, column)) {
            hazards.add(new Hazard(
                    HazardKind.BREAKS_RUNNING_CODE,
                    "It fails if %s has rows, and code that gives the column no value fails from here on."
                            .formatted(one.relationInWords()),
                    "add the column without 'not null', fill it, and set 'not null' in a later revision."));
        }
        return hazards;
    }

    private static Optional<String> rewriting(Case one, SchemaObject column) {
        if (column.has("identity")) {
            return Optional.of("each gets a number");
        }
        if (column.has("generated")) {
            return Optional.of("the values are stored").filter(reason -> !isVirtual(column));
        }
        if (SqlType.of(column, one.after()).checked()) {
            return Optional.of("the type is a domain that refuses some values");
        }
        return one.after()
                .find(new ObjectId(ObjectKind.DEFAULT, column.id().path()))
                .filter(value -> one.statement().sql().contains(" default " + value.require("expression")))
                .filter(value -> Volatility.isVolatile(value, one.after()))
                .map(value -> "its default may be another one for each");
    }

    private static boolean isVirtual(SchemaObject column) {
        return column.get("generation").filter("virtual"::equals).isPresent();
    }

    private static List<Hazard> retyped(Case one, SchemaObject from, SchemaObject to) {
        SqlType before = SqlType.of(from, one.before());
        SqlType after = SqlType.of(to, one.after());
        List<Hazard> hazards = new ArrayList<>();
        Narrowing.of(before, after)
                .filter(text -> !to.has("generated"))
                .ifPresent(text -> hazards.add(new Hazard(
                        HazardKind.NARROWS_DATA,
                        "%s becomes %s. %s"
                                .formatted(TableHazards.capitalized(one.object().toString()), to.require("type"), text),
                        "look for such values first.")));
        boolean recast = from.sameIn("type", to) && from.sameIn("collation", to);
        boolean sorted = !from.sameIn("collation", to) || !Rewriting.keepsIndexes(before, after);
        if (!isVirtual(to) && (recast || Rewriting.isNeeded(before, after))) {
            hazards.add(rewritten(one, before, after));
        } else if (sorted && TableHazards.isIndexed(one, from)) {
            hazards.add(sortedAgain(one));
        }
        return hazards;
    }

    private static Hazard rewritten(Case one, SqlType before, SqlType after) {
        boolean stamps = before.base().startsWith("timestamp ") && after.base().startsWith("timestamp ");
        return new Hazard(
                HazardKind.REWRITES,
                "Every row of %s is written again, and its indexes built again, while nobody can use it."
                        .formatted(one.relationInWords()),
                stamps && !before.base().equals(after.base())
                        ? "if the times are meant as UTC, 'set local timezone to utc' before it leaves the rows as they are."
                        : STEP_BY_STEP);
    }

    private static Hazard sortedAgain(Case one) {
        return new Hazard(
                HazardKind.SCANS_UNDER_LOCK,
                "The indexes on the column are built again while nobody can use %s.".formatted(one.relationInWords()),
                "drop the indexes first, and create them concurrently afterwards.");
    }
}
