package dev.waymark.run;

import dev.waymark.plan.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run did in one step.
 *
 * @param step the step
 * @param took how long it took
 */
public record StepReport(Step step, Duration took) {

    /** The step's own keys, and how long it took. */
    Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>(step.toMap());
        json.put("tookMillis", took.toMillis());
        return json;
    }
}
