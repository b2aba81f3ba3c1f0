package dev.waymark.run;

import dev.waymark.json.Json;
import dev.waymark.run.PreflightCheck.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the preflight found.
 *
 * @param databases what it found on each database
 */
public record PreflightReport(List<Checked> databases) {

    /** Copies the list. */
    public PreflightReport {
        databases = List.copyOf(databases);
    }

    static PreflightReport of(List<Sessions.Opened<?>> opened) {
        return new PreflightReport(opened.stream().map(Checked::of).toList());
    }

    /** {@return the worst of all verdicts; {@link Verdict#OK} if nothing was looked at} */
    public Verdict worst() {
        return checks().map(PreflightCheck::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.OK);
    }

    /** {@return whether nothing is in the way of a run, as far as the databases tell} */
    public boolean isClear() {
        return checks().noneMatch(PreflightCheck::isConcern);
    }

    /** {@return the report for people: a line for each check with its verdict in front, and one for each remedy} */
    public String describe() {
        return databases.stream()
                .map(checked ->
                        databases.size() == 1 ? checked.describe() : checked.database() + ":\n" + checked.describe())
                .collect(Collectors.joining("\n"));
    }

    /**
     * {@return the report as JSON, without blanks} Its keys are {@code version} (1), {@code worst} and
     * {@code databases}; those of a database are {@code database} and {@code checks}; those of a check are
     * {@code name}, {@code verdict}, {@code finding} and {@code remedy}. This needs Jackson on the class path.
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", 1);
        json.put("worst", worst().toString());
        json.put("databases", databases.stream().map(Checked::toMap).toList());
        return Json.write(json);
    }

    /** The checks, each called so that one knows of which database it is. */
    Stream<PreflightCheck> checks() {
        return databases.stream().flatMap(checked -> checked.checks().stream()
                .map(check -> databases.size() == 1 ? check : checked.called(check)));
    }

    /**
     * What the preflight found on one database.
     *
     * @param database the database's name; its description if it has none
     * @param checks what was looked at; empty if there is nothing that could be in the way
     */
    public record Checked(String database, List<PreflightCheck> checks) {

        /** Copies the list. */
        public Checked {
            checks = List.copyOf(checks);
        }

        private static Checked of(Sessions.Opened<?> opened) {
            String name = opened.database().name();
            return new Checked(
                    name.isEmpty() ? opened.database().description() : name,
                    opened.session().preflight());
        }

        private PreflightCheck called(PreflightCheck check) {
            return new PreflightCheck(
                    check.name() + " of " + database, check.verdict(), check.finding(), check.remedy());
        }

        private String describe() {
            return checks.isEmpty()
                    ? "nothing to look at"
                    : checks.stream().map(Checked::described).collect(Collectors.joining("\n"));
        }

        private static String described(PreflightCheck check) {
            String line = "%-7s  %s: %s".formatted(check.verdict(), check.name(), check.finding());
            return check.isConcern() ? line + "\n         To fix this: " + check.remedy() + "." : line;
        }

        private Map<String, Object> toMap() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("database", database);
            json.put("checks", checks.stream().map(PreflightCheck::toMap).toList());
            return json;
        }
    }
}
