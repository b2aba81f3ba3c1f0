package dev.waymark.neo4j;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a database is used as.
 *
 * @param name the name by which revisions choose it
 * @param database the name of the database; null for the user's home database
 * @param history the name of the database of its history; null for itself
 * @param user whom to impersonate; null for nobody
 * @param lease the length of the lock's lease
 * @param indexWait how long to wait until an index is online
 * @param disposable whether everything in it may be deleted
 */
record DatabaseOptions(
        String name,
        @Nullable String database,
        @Nullable String history,
        @Nullable String user,
        Duration lease,
        Duration indexWait,
        boolean disposable) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
    private static final Duration LONGEST_LEASE = Duration.ofHours(1);
    private static final Duration LONGEST_INDEX_WAIT = Duration.ofHours(24);

    static final DatabaseOptions DEFAULTS =
            new DatabaseOptions("", null, null, null, Duration.ofSeconds(30), Duration.ofHours(1), false);

    DatabaseOptions {
        if (lease.compareTo(SHORTEST_LEASE) < 0 || lease.compareTo(LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease is %s: use PT1S to PT1H".formatted(lease));
        }
        if (indexWait.isNegative() || indexWait.compareTo(LONGEST_INDEX_WAIT) > 0) {
            throw new IllegalArgumentException("indexWait is %s: use PT0S to PT24H".formatted(indexWait));
        }
    }

    DatabaseOptions withName(String newName) {
        return new DatabaseOptions(newName, database, history, user, lease, indexWait, disposable);
    }

    DatabaseOptions withDatabase(String newDatabase) {
        return new DatabaseOptions(name, newDatabase, history, user, lease, indexWait, disposable);
    }

    DatabaseOptions withHistory(String newHistory) {
        return new DatabaseOptions(name, database, newHistory, user, lease, indexWait, disposable);
    }

    DatabaseOptions withUser(String newUser) {
        return new DatabaseOptions(name, database, history, newUser, lease, indexWait, disposable);
    }

    DatabaseOptions withLease(Duration newLease) {
        return new DatabaseOptions(name, database, history, user, newLease, indexWait, disposable);
    }

    DatabaseOptions withIndexWait(Duration newWait) {
        return new DatabaseOptions(name, database, history, user, lease, newWait, disposable);
    }

    DatabaseOptions asDisposable() {
        return new DatabaseOptions(name, database, history, user, lease, indexWait, true);
    }
}
