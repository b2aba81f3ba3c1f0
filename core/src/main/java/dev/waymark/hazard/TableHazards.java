package dev.waymark.hazard;

import dev.waymark.diff.ChangeKind;
import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whole tables and materialized views. */
final class TableHazards {

    private static final String SMALL_OR_QUIET =
            "do it while nobody needs the table, or make a new table, fill it in batches, and exchange the names.";

    private TableHazards() {}

    static List<Hazard> of(Case one) {
        if (one.statement().sql().equals("drop table " + Identifiers.qualified(one.relation()))) {
            return List.of(DropHazards.loses(
                    "All rows of %s are lost.".formatted(one.object()),
                    "let the code stop using it first, rename it, and drop it in a later revision."));
        }
        if (one.is(ChangeKind.REPLACE)) {
            return one.does("rename to ") ? rebuilt(one) : List.of();
        }
        return one.isNew() || !one.is(ChangeKind.ALTER) ? List.of() : altered(one);
    }

    private static List<Hazard> rebuilt(Case one) {
        List<Hazard> hazards = new ArrayList<>();
        String lost = one.before().objects(ObjectKind.COLUMN, one.relation()).stream()
                .filter(column ->
                        !column.has("generated") && !one.after().objects().containsKey(column.id()))
                .map(column -> Identifiers.quoted(column.id().name()))
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            hazards.add(DropHazards.loses(
                    "%s is made anew, and what is in the columns %s is lost."
                            .formatted(capitalized(one.object().toString()), lost),
                    DropHazards.LATER));
        }
        hazards.add(new Hazard(
                HazardKind.REWRITES,
                "%s is made anew and every row copied into it; nobody can use it until the transaction ends."
                        .formatted(capitalized(one.object().toString())),
                "make the new table beside it, fill it in batches while a trigger keeps both equal,"
                        + " and exchange the names in a later revision."));
        return hazards;
    }

    private static List<Hazard> altered(Case one) {
        boolean moves = one.does("set tablespace ") || one.does("set access method ");
        boolean rewrites = moves || one.does("set logged") || one.does("set unlogged");
        if (rewrites && !one.isPartitioned(one.relation())) {
            String crash = one.does("set unlogged") ? " After a crash of the server it is empty." : "";
            return List.of(new Hazard(
                    HazardKind.REWRITES,
                    "Every row of %s is written again while nobody can use it.%s".formatted(one.object(), crash),
                    SMALL_OR_QUIET));
        }
        return one.does("enable row level security")
                ? List.of(new Hazard(
                        HazardKind.BREAKS_RUNNING_CODE,
                        "All but the owner of %s see only the rows that a policy lets through.".formatted(one.object()),
                        "make the policies first."))
                : List.of();
    }

    static List<Hazard> ofMaterializedView(Case one) {
        if (one.was().isEmpty()) {
            return List.of();
        }
        if (one.is(ChangeKind.DROP)) {
            return List.of(DropHazards.loses(
                    "The rows of %s are lost; the way back runs its query again.".formatted(one.object()),
                    DropHazards.LATER));
        }
        if (one.does("set tablespace ") || one.does("set access method ")) {
            return List.of(new Hazard(
                    HazardKind.REWRITES,
                    "Every row of %s is written again while nobody can read it.".formatted(one.object()),
                    "do it while nobody needs the view."));
        }
        return filled(one);
    }

    private static List<Hazard> filled(Case one) {
        String sql = one.statement().sql();
        boolean empty = one.becomes().filter(view -> view.has("unpopulated")).isPresent();
        boolean refreshed = sql.startsWith("refresh ");
        boolean madeAnew = one.is(ChangeKind.REPLACE) && sql.startsWith("create ");
        if (empty || !(refreshed || madeAnew)) {
            return refreshed ? List.of(emptied(one.object().toString())) : List.of();
        }
        return List.of(
                new Hazard(
                        HazardKind.BLOCKS_READS,
                        "Nobody can read %s while its query runs.".formatted(one.object()),
                        refreshed
                                ? "once it has rows and a unique index, 'refresh materialized view concurrently' lets others read."
                                : "make a view of another name beside it, let the code go over to it, and drop the old one later."));
    }

    private static Hazard emptied(String view) {
        return new Hazard(
                HazardKind.BREAKS_RUNNING_CODE,
                "Whoever reads %s gets an error until it is refreshed.".formatted(view),
                "let the code stop reading it first.");
    }

    static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Whether a relation has an index or a key on a column, as far as the catalog knows. */
    static boolean isIndexed(Case one, SchemaObject column) {
        List<String> table = one.relation();
        List<SchemaObject> candidates = new ArrayList<>(one.before().objects(ObjectKind.INDEX, List.of(table.get(0))));
        candidates.addAll(one.before().objects(ObjectKind.PRIMARY_KEY, table));
        candidates.addAll(one.before().objects(ObjectKind.UNIQUE, table));
        candidates.addAll(one.before().objects(ObjectKind.EXCLUSION, table));
        return candidates.stream()
                .anyMatch(index -> one.before().dependencies(index.id()).contains(column.id()));
    }
}
