package dev.waymark.neo4j;

import dev.waymark.error.AuthenticationFailedException;
import dev.waymark.error.ConnectionLostException;
import dev.waymark.error.DatabaseUnreachableException;
import dev.waymark.error.HistoryAccessException;
import dev.waymark.error.InsufficientPrivilegeException;
import dev.waymark.error.ReadOnlyDatabaseException;
import dev.waymark.error.RunException;
import dev.waymark.error.StatementFailedException;
import java.util.Optional;
import org.neo4j.driver.exceptions.ConnectionReadTimeoutException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Tells what the driver's exceptions mean; by their codes, which stay the same between servers. */
final class Neo4jErrors {

    static final String DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected";
    static final String TERMINATED = "Neo.ClientError.Transaction.LockClientStopped";

    private static final String ENDED = "Neo.ClientError.Transaction.";
    private static final String TRANSIENT = "Neo.TransientError.";
    private static final String SECURITY = "Neo.ClientError.Security.";
    private static final String FORBIDDEN = SECURITY + "Forbidden";
    private static final String NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound";
    private static final String READ_ONLY = "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase";
    private static final String NO_LEADER = "Neo.ClientError.Cluster.NotALeader";

    private Neo4jErrors() {}

    static RunException whileConnecting(String description, Neo4jException e) {
        return isConnectionLost(e) ? new DatabaseUnreachableException(description, e) : refused(description, e);
    }

    static RunException whileKeepingHistory(String description, String task, Neo4jException e) {
        if (isConnectionLost(e)) {
            return new ConnectionLostException(description, e);
        }
        if (e.code().equals(FORBIDDEN)) {
            return new InsufficientPrivilegeException(
                    task,
                    "grant the user the right to do so: to read and write nodes, to make labels, properties, constraints"
                            + " and indexes.",
                    e);
        }
        if (e.code().equals(READ_ONLY) || e.code().equals(NO_LEADER)) {
            return new ReadOnlyDatabaseException(
                    description,
                    "it is a read-only database, or not the leader",
                    "let the database be written to, or connect by neo4j:// so that the leader is found.",
                    e);
        }
        return e.code().startsWith(SECURITY) || e.code().equals(NO_DATABASE)
                ? refused(description, e)
                : new HistoryAccessException(task, e);
    }

    private static RunException refused(String description, Neo4jException e) {
        return e instanceof SecurityException
                        || e.code().startsWith(SECURITY)
                        || e.code().equals(NO_DATABASE)
                ? new AuthenticationFailedException(description, e)
                : new HistoryAccessException("connect to " + description, e);
    }

    /** The failure of a statement of a migration. */
    static RunException ofStatement(String description, String statement, Neo4jException e) {
        return isConnectionLost(e)
                ? new ConnectionLostException(description, e)
                : new StatementFailedException(statement, e.gqlStatus(), e);
    }

    static boolean isConnectionLost(Throwable e) {
        return e instanceof ServiceUnavailableException
                || e instanceof SessionExpiredException
                || e instanceof ConnectionReadTimeoutException;
    }

    /** Whether the server has ended a transaction that took too long. */
    static boolean isTimeOut(Neo4jException e) {
        return e.code().startsWith(ENDED)
                && (e.code().contains("TimedOut") || e.code().equals(TERMINATED));
    }

    /** Why a transaction that failed may be tried again: it had to give way, and nothing of it is left. */
    static Optional<String> reasonToRetry(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof BlockedException blocked) {
                return Optional.of(blocked.reason());
            }
            if (e instanceof Neo4jException neo4j && neo4j.code().startsWith(TRANSIENT)) {
                return Optional.of(
                        neo4j.code().equals(DEADLOCK) ? "deadlock detected" : String.valueOf(neo4j.getMessage()));
            }
        }
        return Optional.empty();
    }
}
