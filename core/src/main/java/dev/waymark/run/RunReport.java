package dev.waymark.run;

import dev.waymark.json.Json;
import dev.waymark.revision.RevisionId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run did. */
public sealed interface RunReport permits UpgradeReport, DowngradeReport {

    /** {@return the applied heads before the run, sorted} */
    List<RevisionId> from();

    /** {@return the applied heads after the run, sorted} */
    List<RevisionId> to();

    /** {@return what was done, in order; empty if there was nothing to do} */
    List<StepReport> steps();

    /** {@return how long the run took, connecting and waiting included} */
    Duration took();

    /**
     * {@return the report for people: a line for each step, with its milliseconds in front, and a last one for the
     * whole}
     */
    default String describe() {
        int width = steps().stream()
                .mapToInt(report -> report.step().id().value().length())
                .max()
                .orElse(0);
        StringBuilder lines = new StringBuilder();
        steps().forEach(report -> lines.append(
                "%8d ms  %s\n".formatted(report.took().toMillis(), report.step().describe(width))));
        return lines.append("%8d ms  from %s to %s".formatted(took().toMillis(), at(from()), at(to())))
                .toString();
    }

    /**
     * {@return the report as JSON, without blanks} Its keys are {@code version} (1), {@code from}, {@code to},
     * {@code tookMillis} and {@code steps}; those of a step are {@code revision}, {@code direction}, {@code message},
     * {@code transactional} and {@code tookMillis}. This needs Jackson on the class path.
     */
    default String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("from", from().stream().map(RevisionId::value).toList());
        json.put("to", to().stream().map(RevisionId::value).toList());
        json.put("tookMillis", took().toMillis());
        json.put("steps", steps().stream().map(StepReport::toMap).toList());
        return Json.write(json);
    }

    private static String at(List<RevisionId> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", Situation.names(heads));
    }
}
