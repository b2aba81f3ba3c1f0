package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what may have been renamed. Things that contain others come first, since what they contain can be compared only
 * when they have the same name: whoever accepts a rename applies it, and asks again.
 */
public final class Renames {

    /** Below this they are taken for two things, in percent. */
    private static final int ALIKE = 60;

    /** The kinds that are looked at together, outermost first. */
    private static final List<Set<ObjectKind>> ROUNDS = List.of(
            Set.of(ObjectKind.SCHEMA),
            Set.of(ObjectKind.TABLE, ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE),
            Set.of(ObjectKind.COLUMN),
            Set.of(
                    ObjectKind.SEQUENCE,
                    ObjectKind.VIEW,
                    ObjectKind.MATERIALIZED_VIEW,
                    ObjectKind.FUNCTION,
                    ObjectKind.PROCEDURE,
                    ObjectKind.INDEX,
                    ObjectKind.PRIMARY_KEY,
                    ObjectKind.UNIQUE,
                    ObjectKind.EXCLUSION,
                    ObjectKind.CHECK,
                    ObjectKind.FOREIGN_KEY,
                    ObjectKind.DOMAIN_CHECK,
                    ObjectKind.TRIGGER,
                    ObjectKind.POLICY));

    private final SchemaSnapshot from;
    private final SchemaSnapshot to;
    private final Likeness likeness;

    private Renames(SchemaSnapshot from, SchemaSnapshot to) {
        this.from = from;
        this.to = to;
        this.likeness = new Likeness(from, to);
    }

    /**
     * {@return what may have been renamed between two snapshots} Only the outermost kinds that have any; each object
     * appears once, with the one that it is most like.
     *
     * @param from the schema that is
     * @param to the schema that should be
     * @param refused renames that are known not to be; they are not proposed
     */
    public static List<RenameCandidate> candidates(SchemaSnapshot from, SchemaSnapshot to, Set<Rename> refused) {
        Renames renames = new Renames(from, to);
        for (Set<ObjectKind> round : ROUNDS) {
            List<RenameCandidate> found = renames.best(renames.pairs(round, refused));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return renames.best(EnumValues.renamed(from, to, refused));
    }

    private List<RenameCandidate> pairs(Set<ObjectKind> kinds, Set<Rename> refused) {
        List<SchemaObject> gone = only(from, to, kinds);
        Map<List<String>, List<SchemaObject>> fresh =
                only(to, from, kinds).stream().collect(Collectors.groupingBy(object -> Likeness.place(object.id())));
        List<RenameCandidate> pairs = new ArrayList<>();
        for (SchemaObject old : gone) {
            fresh.getOrDefault(Likeness.place(old.id()), List.of()).stream()
                    .map(one -> new RenameCandidate(renameOf(old.id(), one.id()), likeness.percent(old, one)))
                    .filter(pair -> pair.likeness() >= ALIKE && !refused.contains(pair.rename()))
                    .forEach(pairs::add);
        }
        return pairs;
    }

    private static Rename renameOf(ObjectId old, ObjectId fresh) {
        return Rename.of(old, name(fresh));
    }

    private static String name(ObjectId id) {
        boolean routine = id.kind() == ObjectKind.FUNCTION || id.kind() == ObjectKind.PROCEDURE;
        return routine ? id.path().get(1) : id.name();
    }

    private static List<SchemaObject> only(SchemaSnapshot here, SchemaSnapshot notThere, Set<ObjectKind> kinds) {
        return kinds.stream()
                .sorted()
                .flatMap(kind -> here.objects(kind).stream())
                .filter(object -> !notThere.objects().containsKey(object.id()) && !object.has("inherited"))
                .toList();
    }

    /** The most alike first, each object once. */
    private List<RenameCandidate> best(List<RenameCandidate> pairs) {
        List<RenameCandidate> sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparingInt(RenameCandidate::likeness)
                .thenComparingInt(pair -> Likeness.ofNames(
                        name(pair.rename().object()), pair.rename().to()))
                .reversed()
                .thenComparing(pair -> pair.rename().object())
                .thenComparing(pair -> pair.rename().to()));
        Set<String> taken = new HashSet<>();
        List<RenameCandidate> best = new ArrayList<>();
        for (RenameCandidate pair : sorted) {
            String old = "from " + pair.rename().object() + pair.rename().value();
            String fresh = "to " + pair.rename().renamed() + pair.rename().to();
            if (!taken.contains(old) && !taken.contains(fresh)) {
                taken.add(old);
                taken.add(fresh);
                best.add(pair);
            }
        }
        return best;
    }
}
