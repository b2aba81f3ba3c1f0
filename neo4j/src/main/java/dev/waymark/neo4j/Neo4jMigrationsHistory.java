package dev.waymark.neo4j;

import dev.waymark.error.HistoryAccessException;
import dev.waymark.error.RunException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.types.IsoDuration;

/**
 * What neo4j-migrations has applied to a database, as its own history tells: the chain of its {@code :__Neo4jMigration}
 * nodes. It is only read. To go on with Waymark, write a revision for what was applied, or one for each migration, and
 * stamp:
 *
 * <pre>{@code
 * Neo4jMigrationsHistory.of(database).revision(Map.of("1", "001", "2.1", "002")).ifPresent(migrator::stamp);
 * }</pre>
 *
 * <p>Immutable and thread-safe; each call reads anew.
 *
 * @see <a href="https://michael-simons.github.io/neo4j-migrations/current/">neo4j-migrations</a>
 */
public final class Neo4jMigrationsHistory {

    /** Step by step, since a search for paths of any length may look at the whole graph. */
    private static final String STEPS = """
            MATCH (a:__Neo4jMigration)-[r:MIGRATED_TO]->(b:__Neo4jMigration)
            WHERE coalesce(b.migrationTarget, '') = $target
            RETURN elementId(a) AS before, elementId(b) AS id, a.version = 'BASELINE' AS first, b, r
            ORDER BY r.at""";

    private final Neo4jDatabase database;
    private final String target;

    private Neo4jMigrationsHistory(Neo4jDatabase database, String target) {
        this.database = database;
        this.target = target;
    }

    /**
     * {@return the history in a database, of migrations of this database}
     *
     * @param database where the history is
     */
    public static Neo4jMigrationsHistory of(Neo4jDatabase database) {
        return new Neo4jMigrationsHistory(database, "");
    }

    /**
     * {@return the history in the same database, of migrations of another one} For where neo4j-migrations had a schema
     * database of its own.
     *
     * @param migrationTarget the name of the other database, as {@code migrationTarget} of the nodes has it
     */
    public Neo4jMigrationsHistory ofTarget(String migrationTarget) {
        return new Neo4jMigrationsHistory(database, migrationTarget);
    }

    /**
     * {@return what was applied, in the order of the chain; empty if there is no such history} Migrations that failed
     * or were deleted, as the Flyway plug-in records them, are left out.
     *
     * @throws HistoryAccessException if the chain can't be followed
     * @throws RunException if the database can't be read
     */
    public List<ForeignMigration> applied() {
        Map<String, Record> next = new HashMap<>();
        Optional<Record> first = Optional.empty();
        List<Record> steps = read();
        for (Record step : steps) {
            if (next.put(step.get("before").asString(), step) != null) {
                throw broken("forks behind version " + version(step));
            }
            first = step.get("first").asBoolean(false) ? Optional.of(step) : first;
        }
        List<ForeignMigration> applied = new ArrayList<>();
        Record step = first.orElse(null);
        int followed = 0;
        while (step != null && followed <= steps.size()) {
            followed++;
            if (counts(step.get("b"))) {
                applied.add(migration(step));
            }
            step = next.get(step.get("id").asString());
        }
        if (followed != steps.size()) {
            throw broken("does not lead from BASELINE through all its nodes");
        }
        return List.copyOf(applied);
    }

    /**
     * {@return the revision that answers to the last migration, to be stamped; empty if nothing was applied}
     *
     * @param revisions the ids of revisions by the versions of the migrations that they answer to
     * @throws IllegalArgumentException if there is none for an applied version; all of them are named
     * @throws HistoryAccessException if the chain can't be followed
     */
    public Optional<String> revision(Map<String, String> revisions) {
        List<String> versions =
                applied().stream().map(ForeignMigration::version).toList();
        List<String> unknown =
                versions.stream().filter(each -> !revisions.containsKey(each)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("No revision answers to version " + String.join(", ", unknown));
        }
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(revisions.get(versions.get(versions.size() - 1)));
    }

    private List<Record> read() {
        try (Access access = database.access()) {
            return access.run(STEPS, Map.of("target", target));
        } catch (Neo4jException e) {
            throw Neo4jErrors.whileConnecting(database.description(), e);
        }
    }

    private static boolean counts(Value node) {
        return !node.get("flyway_failed").asBoolean(false)
                && !node.get("version").isNull()
                && !node.get("type").asString("").equals("DELETE");
    }

    private static String version(Record step) {
        return step.get("b").get("version").asString("");
    }

    private static ForeignMigration migration(Record step) {
        Value node = step.get("b");
        Value run = step.get("r");
        return new ForeignMigration(
                version(step),
                node.get("description").asString(""),
                node.get("type").asString(""),
                node.get("source").asString(""),
                Optional.ofNullable(node.get("checksum").asString(null)),
                run.get("at").asZonedDateTime().toInstant(),
                duration(run.get("in")),
                run.get("by").asString(run.get("connectedAs").asString("")));
    }

    private static Duration duration(Value in) {
        if (in.isNull()) {
            return Duration.ZERO;
        }
        IsoDuration duration = in.asIsoDuration();
        return Duration.ofSeconds(duration.seconds(), duration.nanoseconds());
    }

    private static HistoryAccessException broken(String how) {
        return new HistoryAccessException(
                "read the history of neo4j-migrations", new IllegalStateException("Its chain " + how));
    }
}
