package dev.waymark.neo4j;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncSession;

/**
 * How a migrator's session reaches its database: by driver sessions that read what others of them wrote, on a cluster
 * too. It is also used by the thread that renews the lease, and by the one that watches statements.
 */
final class Access implements AutoCloseable {

    private final Driver driver;
    private final boolean owned;
    private final Optional<String> user;
    private final SessionConfig config;
    private final SessionConfig unbound;

    /**
     * Makes one. This costs nothing.
     *
     * @param driver the driver
     * @param owned whether it is to be closed with this
     * @param database the name of the database; empty for the home database of the user
     * @param user whom to impersonate; empty for nobody
     */
    Access(Driver driver, boolean owned, Optional<String> database, Optional<String> user) {
        this.driver = driver;
        this.owned = owned;
        this.user = user;
        BookmarkManager bookmarks =
                BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());
        SessionConfig.Builder builder = SessionConfig.builder();
        database.ifPresent(builder::withDatabase);
        user.ifPresent(builder::withImpersonatedUser);
        unbound = builder.build();
        config = builder.withBookmarkManager(bookmarks).build();
    }

    /** Another database of the same server, for the same user. */
    Access to(String other) {
        return new Access(driver, false, Optional.of(other), user);
    }

    Session session() {
        return driver.session(config);
    }

    AsyncSession asyncSession() {
        return driver.session(AsyncSession.class, config);
    }

    /** Runs one statement in a transaction of its own, which the server makes and ends: two round trips. */
    List<Record> run(String cypher, Map<String, Object> parameters) {
        return run(session(), cypher, parameters);
    }

    /** Runs one statement that has nothing to wait for: what it reads is not of the graph's own making. */
    List<Record> look(String cypher, Map<String, Object> parameters) {
        return run(driver.session(unbound), cypher, parameters);
    }

    /** The driver breaks the connection of an interrupted thread, which could not even give its lock back then. */
    private static List<Record> run(Session session, String cypher, Map<String, Object> parameters) {
        boolean interrupted = Thread.interrupted();
        try (session) {
            return session.run(cypher, parameters).list();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        if (owned) {
            driver.close();
        }
    }
}
