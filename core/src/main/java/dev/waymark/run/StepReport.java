package dev.waymark.run;

import dev.waymark.plan.Step;
import java.time.Duration;

/**
 * What a run did in one step.
 *
 * @param step the step
 * @param took how long it took
 */
public record StepReport(Step step, Duration took) {}
