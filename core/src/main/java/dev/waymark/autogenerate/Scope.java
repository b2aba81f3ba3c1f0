package dev.waymark.autogenerate;

import dev.waymark.postgres.SnapshotOptions.Part;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a comparison covers: what its model can say, plus what is included here, minus what is excluded. The rule that
 * was added last counts. Immutable.
 *
 * <p>Names are those of a path with dots between them and without quotes, as in {@code public.recordings.title};
 * {@code *} stands for any characters. A rule for a table holds for all that is a part of it, one for a schema for all
 * that is in it. What is left out stays as it is, even if the model has it otherwise.
 */
public final class Scope {

    private static final Set<Part> PARTS = EnumSet.allOf(Part.class);

    private final List<Rule> rules;
    private final Set<Part> without;

    private Scope(List<Rule> rules, Set<Part> without) {
        this.rules = List.copyOf(rules);
        this.without = Set.copyOf(without);
    }

    /** {@return what the model can say, without owners and privileges} */
    public static Scope ofModel() {
        return new Scope(List.of(), PARTS);
    }

    /**
     * {@return this with objects that are compared as wholes, also if the model can't say everything about them, or
     * whether they are there}
     *
     * @param kind their kind
     * @param names their names, with {@code *} for any characters
     */
    public Scope include(ObjectKind kind, String names) {
        return plus(new Rule(true, kind, pattern(names)));
    }

    /**
     * {@return this without objects}
     *
     * @param kind their kind
     * @param names their names, with {@code *} for any characters
     */
    public Scope exclude(ObjectKind kind, String names) {
        return plus(new Rule(false, kind, pattern(names)));
    }

    /**
     * {@return this with what is left out otherwise} A scratch database belongs to the user of the scratch place, so
     * owners can be compared only if that is the same one.
     *
     * @param part owners or privileges
     */
    public Scope with(Part part) {
        return new Scope(rules, without.stream().filter(one -> one != part).collect(Collectors.toUnmodifiableSet()));
    }

    Set<Part> without() {
        return without;
    }

    boolean isOfModel() {
        return rules.isEmpty();
    }

    /** Whether an object was included or excluded; empty if no rule speaks of it. */
    Optional<Boolean> rule(SchemaObject object, SchemaSnapshot schema) {
        List<ObjectId> lineage = rules.isEmpty() ? List.of() : Lineage.of(object, schema);
        for (int at = rules.size() - 1; at >= 0; at--) {
            if (rules.get(at).matches(lineage)) {
                return Optional.of(rules.get(at).included());
            }
        }
        return Optional.empty();
    }

    private Scope plus(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Scope(more, without);
    }

    private static Pattern pattern(String names) {
        return Pattern.compile(
                "\\Q" + names.replace("\\E", "\\E\\\\E\\Q").replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
    }

    /**
     * One rule.
     *
     * @param included whether its objects are in
     * @param kind their kind
     * @param names their names
     */
    private record Rule(boolean included, ObjectKind kind, Pattern names) {

        boolean matches(List<ObjectId> lineage) {
            return lineage.stream()
                    .anyMatch(id -> id.kind() == kind
                            && names.matcher(String.join(".", id.path())).matches());
        }
    }
}
