package dev.waymark.neo4j;

import dev.waymark.run.Sleep;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Makes the constraints that a history needs. Several migrators may do so at once: who loses a deadlock, or finds one
 * there in the meantime, looks again.
 *
 * @param access the database
 * @param names the labels
 * @param patience for how long to try
 */
record HistorySetup(Access access, HistoryNames names, Duration patience) {

    private static final Map<String, String> KEYS = keys();

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("lock", "n.target");
        keys.put("fence", "n.target");
        keys.put("head", "n.target");
        keys.put("revision", "n.target, n.id");
        keys.put("log", "n.target, n.number");
        keys.put("stage", "n.target, n.revision, n.number");
        keys.put("journal", "n.target");
        return keys;
    }

    void ensure() {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!made(deadline)) {
            Sleep.forAtMost(Duration.ofMillis(ThreadLocalRandom.current().nextLong(20, 200)));
        }
    }

    private boolean made(long deadline) {
        Set<String> there = there();
        try {
            KEYS.forEach((kind, key) -> {
                if (!there.contains(name(kind))) {
                    access.run(create(kind, key), Map.of());
                }
            });
            return true;
        } catch (Neo4jException e) {
            if (System.nanoTime() < deadline && isOfAnother(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether it fails since another migrator does the same. */
    private static boolean isOfAnother(Neo4jException e) {
        return Neo4jErrors.reasonToRetry(e).isPresent() || e.code().endsWith("AlreadyExists");
    }

    private Set<String> there() {
        return access
                .run(
                        "SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH $prefix RETURN name",
                        Map.of("prefix", names.label("")))
                .stream()
                .map(row -> row.get("name").asString())
                .collect(Collectors.toSet());
    }

    private String create(String kind, String key) {
        return "CREATE CONSTRAINT `%s` FOR (n:`%s`) REQUIRE (%s) IS UNIQUE"
                .formatted(name(kind), names.label(kind), key);
    }

    private String name(String kind) {
        return names.label(kind) + "_key";
    }
}
