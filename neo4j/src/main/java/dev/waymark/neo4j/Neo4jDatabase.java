package dev.waymark.neo4j;

import dev.waymark.error.RunException;
import dev.waymark.migration.Migration;
import dev.waymark.run.Database;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/**
 * A Neo4j database, 5.26 or newer. Its history is kept in it, as nodes whose labels begin with {@code __waymark_}, or
 * with another prefix if {@link Settings#withHistory} says so. Immutable and thread-safe.
 */
public final class Neo4jDatabase implements Database<CypherContext> {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LEASE = Duration.ofHours(1);

    private final Supplier<Driver> driver;
    private final boolean owned;
    private final String where;
    private final Options options;

    private Neo4jDatabase(Supplier<Driver> driver, boolean owned, String where, Options options) {
        this.driver = driver;
        this.owned = owned;
        this.where = where;
        this.options = options;
    }

    /**
     * {@return the home database of a driver's user}
     *
     * @param driver connects to it; stays open. A session of a migrator uses up to three of its connections at once
     */
    public static Neo4jDatabase of(Driver driver) {
        return new Neo4jDatabase(() -> driver, false, "the given Driver", Options.NONE);
    }

    /**
     * {@return the home database of a user} Each call of a migrator makes a driver of its own, and closes it.
     *
     * @param uri where the server is, as in {@code neo4j://localhost:7687}
     * @param token who the user is
     * @throws IllegalArgumentException if it is no URI
     */
    public static Neo4jDatabase of(String uri, AuthToken token) {
        URI address = URI.create(uri);
        String shown = "%s://%s%s"
                .formatted(
                        address.getScheme(), address.getHost(), address.getPort() < 0 ? "" : ":" + address.getPort());
        return new Neo4jDatabase(
                () -> GraphDatabase.driver(address, token, Config.defaultConfig()), true, shown, Options.NONE);
    }

    /**
     * {@return another database of the same server}
     *
     * @param database its name
     */
    public Neo4jDatabase inDatabase(String database) {
        return with(new Options(options.name(), database, options.user(), options.lease(), options.disposable()));
    }

    /**
     * {@return this database, used as another user} Needs Neo4j Enterprise Edition and the right to impersonate.
     *
     * @param user whom to impersonate
     */
    public Neo4jDatabase impersonating(String user) {
        return with(new Options(options.name(), options.database(), user, options.lease(), options.disposable()));
    }

    /**
     * {@return this database with another length of the lock's lease} A migrator that was killed keeps others waiting
     * for so long. It is renewed three times in its length.
     *
     * @param lease from 1 second to 1 hour; by default 30 seconds
     * @throws IllegalArgumentException if it is out of its bounds
     */
    public Neo4jDatabase withLease(Duration lease) {
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease is %s: use PT1S to PT1H".formatted(lease));
        }
        return with(new Options(options.name(), options.database(), options.user(), lease, options.disposable()));
    }

    /**
     * {@return this database under a name, for {@code @Revision(database = ...)}}
     *
     * @param newName the name
     */
    public Neo4jDatabase named(String newName) {
        return with(new Options(newName, options.database(), options.user(), options.lease(), options.disposable()));
    }

    private Neo4jDatabase with(Options changed) {
        return new Neo4jDatabase(driver, owned, where, changed);
    }

    @Override
    public String name() {
        return options.name();
    }

    @Override
    public String description() {
        return options.database() == null
                ? "the Neo4j database of " + where
                : "the Neo4j database '%s' of %s".formatted(options.database(), where);
    }

    @Override
    public Class<? extends Migration<CypherContext>> kind() {
        return CypherMigration.class;
    }

    /**
     * Opens a session. Nothing is sent to the server before the session is asked for something.
     *
     * @throws RunException never; the session's calls do, if the database can't be reached
     */
    @Override
    public DatabaseSession<CypherContext> open(Settings settings) {
        return new Neo4jSession(this, access(), settings);
    }

    Access access() {
        return new Access(
                driver.get(), owned, Optional.ofNullable(options.database()), Optional.ofNullable(options.user()));
    }

    Duration lease() {
        return options.lease();
    }

    @Override
    public String toString() {
        return description();
    }

    /**
     * What a database is to be used as.
     *
     * @param name the name by which revisions choose it
     * @param database the name of the database; null for the user's home database
     * @param user whom to impersonate; null for nobody
     * @param lease the length of the lock's lease
     * @param disposable whether everything in it may be deleted
     */
    private record Options(
            String name,
            @Nullable String database,
            @Nullable String user,
            Duration lease,
            boolean disposable) {

        static final Options NONE = new Options("", null, null, LEASE, false);
    }
}
