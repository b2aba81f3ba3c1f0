package dev.waymark.neo4j;

import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision.State;
import dev.waymark.run.Settings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
 * @param unfinished what the history says is unfinished
 */
record Workplace(
        Access access,
        String description,
        ServerInfo server,
        Lease lease,
        HistoryWriter writer,
        Transactions transactions,
        Settings.Timeouts timeouts,
        Unfinished unfinished) {

    DataStage dataStage(String step) {
        lease.requireHeld();
        return new DataStage(access, lease, transactions, transactions.config(step, timeouts.statementTimeout()));
    }

    /**
     * The steps that have begun and not finished.
     *
     * @param states which way each goes
     * @param owned those that belong to this session
     */
    record Unfinished(Map<RevisionId, State> states, Set<RevisionId> owned) {

        Unfinished() {
            this(new HashMap<>(), new HashSet<>());
        }
    }
}
