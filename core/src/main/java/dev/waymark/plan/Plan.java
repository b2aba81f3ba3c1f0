package dev.waymark.plan;

import dev.waymark.json.Json;
import dev.waymark.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run will do, step by step. It remembers the state it was made for, and is refused when the database is in
 * another one.
 *
 * @param direction which way all of its steps go
 * @param heads the applied heads of the database that it was made for, sorted
 * @param steps the steps, first to last
 */
public record Plan(Direction direction, List<RevisionId> heads, List<Step> steps) {

    /** The form of its JSON; a reader that knows another one should not guess. */
    private static final int JSON_VERSION = 1;

    /** Copies the lists. */
    public Plan {
        heads = List.copyOf(heads);
        steps = List.copyOf(steps);
    }

    /** {@return whether there is nothing to do} */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** {@return the plan for people: a line for each step, with direction, id and message in columns} */
    public String describe() {
        if (isEmpty()) {
            return "Nothing to do.";
        }
        int width = steps.stream()
                .mapToInt(step -> step.id().value().length())
                .max()
                .orElse(0);
        return steps.stream().map(step -> step.describe(width)).collect(Collectors.joining("\n"));
    }

    /**
     * {@return the plan as JSON, without blanks} Its keys are {@code version} (1), {@code direction}, {@code heads} and
     * {@code steps}; those of a step are {@code revision}, {@code direction}, {@code message} and
     * {@code transactional}. This needs Jackson on the class path.
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", JSON_VERSION);
        json.put("direction", direction.toString());
        json.put("heads", heads.stream().map(RevisionId::value).toList());
        json.put("steps", steps.stream().map(Step::toMap).toList());
        return Json.write(json);
    }
}
