package dev.waymark.neo4j;

import dev.waymark.error.NotDisposableException;
import dev.waymark.error.RunException;
import dev.waymark.migration.Migration;
import dev.waymark.run.Database;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A Neo4j database, 5.26 or newer. Its history is kept in it, as nodes whose labels begin with {@code __waymark_}, or
 * with another prefix if {@link Settings#withHistory} says so. Immutable and thread-safe.
 */
public final class Neo4jDatabase implements Database<CypherContext> {

    private final Supplier<Driver> driver;
    private final boolean owned;
    private final String where;
    private final DatabaseOptions options;

    private Neo4jDatabase(Supplier<Driver> driver, boolean owned, String where, DatabaseOptions options) {
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
        return new Neo4jDatabase(() -> driver, false, "the given Driver", DatabaseOptions.DEFAULTS);
    }

    /**
     * {@return the home database of a user} Each call of a migrator makes a driver of its own, and closes it.
     *
     * @param uri where the server is, as in {@code neo4j://localhost:7687}
     * @param token who the user is
     * @throws IllegalArgumentException if it is no URI
     */
    public static Neo4jDatabase of(String uri, AuthToken token) {
        URI address = address(uri);
        String shown = "%s://%s%s"
                .formatted(
                        address.getScheme(), address.getHost(), address.getPort() < 0 ? "" : ":" + address.getPort());
        return new Neo4jDatabase(
                () -> GraphDatabase.driver(address, token, Config.defaultConfig()),
                true,
                shown,
                DatabaseOptions.DEFAULTS);
    }

    /** What can't be read is not shown: it may hold a password. */
    private static URI address(String uri) {
        try {
            return new URI(uri);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "The URI of the Neo4j server is none, at character %d: use one as in neo4j://localhost:7687"
                            .formatted(e.getIndex() + 1));
        }
    }

    /**
     * {@return another database of the same server}
     *
     * @param database its name
     */
    public Neo4jDatabase inDatabase(String database) {
        return with(options.withDatabase(database));
    }

    /**
     * {@return this database with its history in another database of the same server} By default it is in the database
     * itself, and a data stage and its record are one transaction. Apart, they are two: a node beside the data says
     * what is still to be recorded, and whoever takes the lock next records it. Several databases need Neo4j Enterprise
     * Edition.
     *
     * @param history its name; it may hold the histories of several databases
     */
    public Neo4jDatabase withHistoryIn(String history) {
        return with(options.withHistory(history));
    }

    /**
     * {@return this database, used as another user} Needs Neo4j Enterprise Edition and the right to impersonate.
     *
     * @param user whom to impersonate
     */
    public Neo4jDatabase impersonating(String user) {
        return with(options.withUser(user));
    }

    /**
     * {@return this database with another length of the lock's lease} A migrator that was killed keeps others waiting
     * for so long. It is renewed three times in its length.
     *
     * @param lease from 1 second to 1 hour; by default 30 seconds
     * @throws IllegalArgumentException if it is out of its bounds
     */
    public Neo4jDatabase withLease(Duration lease) {
        return with(options.withLease(lease));
    }

    /**
     * {@return this database with another wait for the indexes that a schema stage makes} An index that is not online
     * in time fails the step, which goes on with waiting when it is called again.
     *
     * @param wait from 0 to 24 hours; by default 1 hour
     * @throws IllegalArgumentException if it is out of its bounds
     */
    public Neo4jDatabase withIndexWait(Duration wait) {
        return with(options.withIndexWait(wait));
    }

    /**
     * {@return this database under a name, for {@code @Revision(database = ...)}}
     *
     * @param newName the name
     */
    public Neo4jDatabase named(String newName) {
        return with(options.withName(newName));
    }

    /**
     * {@return this database, declared to be there for tests or tools} Only then {@link #clear} deletes what is in it.
     */
    public Neo4jDatabase disposable() {
        return with(options.asDisposable());
    }

    private Neo4jDatabase with(DatabaseOptions changed) {
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

    /**
     * {@return its constraints and indexes} Those of a history, those that the server makes by itself and those of
     * graph types are left out. It waits for nobody.
     *
     * @param settings where the history is
     * @throws RunException if the database can't be reached, or the schema not be read
     */
    public GraphSchema snapshot(Settings settings) {
        try (Neo4jSession session = new Neo4jSession(this, access(), settings)) {
            return session.live().schema();
        }
    }

    /**
     * {@return how many nodes and relationships it has, without its history} The server has counted them already.
     *
     * @param settings where the history is
     * @throws RunException if the database can't be reached, or not be read
     */
    public GraphCounts counts(Settings settings) {
        try (Access access = access()) {
            return new Census(access, HistoryNames.of(settings)).counts();
        } catch (Neo4jException e) {
            throw Neo4jErrors.whileConnecting(description(), e);
        }
    }

    /**
     * Deletes everything in it, in pages of 10 000, with the lock held. If it fails half way, what is deleted stays
     * deleted; call it again.
     *
     * @param scope what is deleted
     * @param settings where the history is, and how long to wait for the lock
     * @return what was deleted of the application's data
     * @throws NotDisposableException if it was not declared {@link #disposable()}
     * @throws RunException if the database can't be reached, the lock not be had, or a page not be deleted
     */
    public Changes clear(ClearScope scope, Settings settings) {
        if (!options.disposable()) {
            throw new NotDisposableException(description());
        }
        try (Neo4jSession session = new Neo4jSession(this, access(), settings)) {
            session.lock(waiting -> {});
            return new Clearing(session.place(), HistoryNames.of(settings)).clear(scope);
        }
    }

    /** How a session reaches it; to be closed by whoever asks. */
    Access access() {
        return new Access(
                driver.get(), owned, Optional.ofNullable(options.database()), Optional.ofNullable(options.user()));
    }

    /** How a session reaches its history, by the same driver. */
    Access history(Access access) {
        return options.history() == null ? access : access.to(options.history());
    }

    Duration lease() {
        return options.lease();
    }

    Duration indexWait() {
        return options.indexWait();
    }

    @Override
    public String toString() {
        return description();
    }
}
