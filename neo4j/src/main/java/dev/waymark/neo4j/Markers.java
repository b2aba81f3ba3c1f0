package dev.waymark.neo4j;

import java.util.List;
import java.util.Map;

/**
 * The markers of schema stages: indexes without use, each made in the transaction of its stage, and dropped when the
 * stage is recorded. Their label and property are always the same, since the server never forgets a name.
 *
 * @param attempt the step that has the stages
 */
record Markers(StepAttempt attempt) {

    private static final String SHOW = "SHOW INDEXES YIELD name WHERE name STARTS WITH $prefix RETURN name";

    /** That of the stage that runs. */
    String current() {
        return "%s_%s_%d_%s"
                .formatted(
                        label(),
                        attempt.isUp() ? "up" : "down",
                        attempt.progress().stage(),
                        attempt.order().step().id());
    }

    String makeCurrent() {
        return "CREATE INDEX %s FOR (n:%s) ON (n.done)"
                .formatted(CypherNames.quoted(current()), CypherNames.quoted(label()));
    }

    List<String> there() {
        return attempt.failures()
                .naming(
                        "SHOW INDEXES",
                        () -> attempt.place().access().run(SHOW, Map.of("prefix", label() + "_")).stream()
                                .map(row -> row.get("name").asString())
                                .toList());
    }

    void dropAll() {
        there().forEach(this::drop);
    }

    void drop(String marker) {
        attempt.failures().naming("DROP INDEX", () -> attempt.place()
                .access()
                .run("DROP INDEX " + CypherNames.quoted(marker), Map.of()));
    }

    private String label() {
        return attempt.place().writer().names().label("marker");
    }
}
