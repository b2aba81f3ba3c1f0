package dev.waymark.run;

import dev.waymark.plan.Step;
import java.time.Duration;
import java.util.UUID;

/**
 * A step that failed, for the log.
 *
 * @param step the step
 * @param problem what went wrong
 * @param took how long it ran
 * @param run which run it belonged to
 */
public record Failure(Step step, String problem, Duration took, UUID run) {}
