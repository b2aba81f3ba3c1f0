package dev.waymark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.waymark.error.AmbiguousTargetException;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidTargetException;
import dev.waymark.error.MultipleHeadsException;
import dev.waymark.error.NoSuchTargetException;
import dev.waymark.error.OtherBranchException;
import dev.waymark.error.OverlappingTargetsException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.UnknownRevisionException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of a case, in the words of {@code cases.json}.
 *
 * @param error the kind of error; empty for none
 * @param steps steps as {@code up x}, or ids, in order
 * @param heads the applied heads afterwards
 */
record Outcome(String error, List<String> steps, Set<String> heads) {

    private static final Map<Class<? extends RuntimeException>, String> ERRORS = Map.of(
            AmbiguousTargetException.class, "ambiguous",
            InvalidTargetException.class, "not-a-target",
            MultipleHeadsException.class, "multiple-heads",
            NoSuchTargetException.class, "not-found",
            OtherBranchException.class, "other-branch",
            OverlappingTargetsException.class, "overlap",
            UnknownRevisionException.class, "not-found",
            IllegalArgumentException.class, "illegal-id");

    private static final Map<Kind, String> KINDS = Map.of(
            Kind.SELF_LOOP, "self-loop",
            Kind.DEPENDENCY_SELF_LOOP, "dependency-self-loop",
            Kind.CYCLE, "cycle",
            Kind.DEPENDENCY_CYCLE, "dependency-cycle",
            Kind.DUPLICATE_LABEL, "duplicate-label",
            Kind.DUPLICATE_ID, "duplicate-id",
            Kind.UNKNOWN_PARENT, "missing-revision",
            Kind.UNKNOWN_DEPENDENCY, "missing-revision");

    static Outcome error(String kind) {
        return new Outcome(kind, List.of(), Set.of());
    }

    static Outcome listed(List<String> ids) {
        return new Outcome("", ids, Set.of());
    }

    static Outcome moved(List<String> steps, Set<String> heads) {
        return new Outcome("", steps, new TreeSet<>(heads));
    }

    static Outcome failed(RuntimeException failure) {
        if (failure instanceof TargetOutOfRangeException outOfRange) {
            return error(reason(outOfRange));
        }
        if (failure instanceof InvalidMigrationsException invalid) {
            return error(
                    EnumSet.copyOf(invalid.problems().stream()
                                    .map(InvalidMigrationsException.Problem::kind)
                                    .toList())
                            .stream()
                            .map(KINDS::get)
                            .collect(Collectors.joining("+")));
        }
        return error(ERRORS.getOrDefault(failure.getClass(), failure.toString()));
    }

    static Outcome expected(JsonNode json) {
        if (json.has("error")) {
            return error(json.get("error").textValue());
        }
        if (json.has("headsAfter")) {
            return moved(steps(json.path("steps")), Set.copyOf(GraphCase.texts(json.get("headsAfter"))));
        }
        return listed(list(json));
    }

    private static List<String> list(JsonNode json) {
        if (json.has("ok")) {
            return json.get("ok").booleanValue() ? List.of("ok") : List.of();
        }
        if (json.has("labels")) {
            return json.get("labels").properties().stream()
                    .map(entry -> entry.getKey() + " " + GraphCase.texts(entry.getValue()))
                    .toList();
        }
        if (json.has("headsTrace")) {
            return GraphCase.stream(json.get("headsTrace"))
                    .map(rows -> GraphCase.texts(rows).toString())
                    .toList();
        }
        return GraphCase.texts(json.has("ids") ? json.get("ids") : json.get("heads"));
    }

    static List<String> steps(JsonNode json) {
        return GraphCase.stream(json)
                .map(step -> step.get(0).textValue() + " " + step.get(1).textValue())
                .toList();
    }

    Outcome unordered() {
        return new Outcome(error, steps.stream().sorted().toList(), heads);
    }

    private static String reason(TargetOutOfRangeException failure) {
        return switch (failure.reason()) {
            case PAST_THE_END, WRONG_SIGN -> "relative";
            case NOT_APPLIED, NOT_UNFINISHED, NOT_AN_ANCESTOR -> "range";
            case NOT_IN_BRANCH -> "not-in-branch";
        };
    }
}
