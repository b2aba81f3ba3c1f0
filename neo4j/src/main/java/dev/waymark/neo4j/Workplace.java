package dev.waymark.neo4j;

import dev.waymark.revision.RevisionId;
import dev.waymark.run.Settings;
import java.util.Set;

/**
 * What the steps of a session share, from when it has the lock.
 *
 * @param access the database
 * @param description how messages call it
 * @param server what the server is
 * @param lease the lock
 * @param writer makes what is written to the history
 * @param transactions the session's transactions, seen from outside
 * @param timeouts how long anything may take
 * @param begun the revisions of which the history says that they are unfinished
 */
record Workplace(
        Access access,
        String description,
        ServerInfo server,
        Lease lease,
        HistoryWriter writer,
        Transactions transactions,
        Settings.Timeouts timeouts,
        Set<RevisionId> begun) {

    DataStage dataStage(String step) {
        lease.requireHeld();
        return new DataStage(access, lease, transactions, transactions.config(step, timeouts.statementTimeout()));
    }
}
