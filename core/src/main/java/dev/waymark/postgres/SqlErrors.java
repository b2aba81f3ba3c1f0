package dev.waymark.postgres;

import dev.waymark.error.AuthenticationFailedException;
import dev.waymark.error.ConnectionLostException;
import dev.waymark.error.DatabaseUnreachableException;
import dev.waymark.error.HistoryAccessException;
import dev.waymark.error.InsufficientPrivilegeException;
import dev.waymark.error.MigrationException;
import dev.waymark.error.ReadOnlyDatabaseException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an SQLSTATE means to a run.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL, appendix A</a>
 */
final class SqlErrors {

    static final String UNDEFINED_TABLE = "42P01";
    static final String UNDEFINED_COLUMN = "42703";
    static final String ACTIVE_TRANSACTION = "25001";
    static final String TRANSACTION_TERMINATION = "2D000";
    static final String TRANSACTION_ABORTED = "25P02";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String READ_ONLY = "25006";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final Set<String> NOT_LET_IN = Set.of("28000", "28P01", "3D000");
    private static final Set<String> SERVER_GONE = Set.of("57P01", "57P02", "57P03", "57P05");

    private SqlErrors() {}

    static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }

    /** What the server said, without where in the statement and the like. */
    static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    static boolean isInsufficientPrivilege(SQLException e) {
        return state(e).equals(INSUFFICIENT_PRIVILEGE);
    }

    /** Whether a statement was refused, and what it did undone, only for being in a transaction. */
    static boolean refusesTransaction(SQLException e) {
        return state(e).equals(ACTIVE_TRANSACTION) || state(e).equals(TRANSACTION_TERMINATION);
    }

    static boolean isConnectionLost(SQLException e) {
        return state(e).startsWith("08") || SERVER_GONE.contains(state(e));
    }

    /** Why a connection could not be had. */
    static MigrationException whileConnecting(String database, SQLException e) {
        return NOT_LET_IN.contains(state(e))
                ? new AuthenticationFailedException(database, e)
                : new DatabaseUnreachableException(database, e);
    }

    /** Why one of Waymark's own statements failed. */
    static MigrationException whileKeepingHistory(String database, String task, SQLException e) {
        if (isConnectionLost(e)) {
            return new ConnectionLostException(database, e);
        }
        if (isInsufficientPrivilege(e)) {
            return new InsufficientPrivilegeException(
                    task, "grant the user SELECT, INSERT, UPDATE and DELETE on the history tables.", e);
        }
        if (state(e).equals(READ_ONLY)) {
            return new ReadOnlyDatabaseException(database, e);
        }
        return new HistoryAccessException(task, e);
    }

    /** Why a transaction had to give way to others, if that is why it failed: nothing of it can have been committed. */
    static Optional<String> reasonToRetry(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                return switch (state(e)) {
                    case LOCK_NOT_AVAILABLE -> Optional.of("lock not available within lock_timeout");
                    case DEADLOCK -> Optional.of("deadlock");
                    case SERIALIZATION_FAILURE -> Optional.of("serialization failure");
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }
}
