package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that was lent, and how it was. It works in autocommit mode, and without prepared statements of the
 * server until it is known that no pooler in transaction mode stands between, where those belong to somebody else.
 */
final class Lent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");

    private final Connection connection;
    private final String description;
    private final boolean autoCommit;
    private final int prepareThreshold;

    Lent(Connection connection, String description) throws SQLException {
        this.connection = connection;
        this.description = description;
        autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        prepareThreshold = prepareThreshold();
        prepareFrom(0);
    }

    Connection connection() {
        return connection;
    }

    /** The process id of the server process that was connected to, as it was told then; 0 if that is not known. */
    int connectedTo() throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? connection.unwrap(PGConnection.class).getBackendPID()
                : 0;
    }

    /** Lets the server prepare statements, as the connection was set to. */
    void allowPrepared() throws SQLException {
        prepareFrom(prepareThreshold);
    }

    boolean isBroken() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    void rollBack() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("The roll-back failed, so the connection is gone and the server rolls back", e);
        }
    }

    void autoCommitAgain() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("The connection is gone", e);
        }
    }

    /** Gives it back as it was. */
    @Override
    public void close() {
        try (connection) {
            if (!isBroken()) {
                rollBack();
                prepareFrom(prepareThreshold);
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            LOG.warn("The connection to {} could not be given back as it was", description, e);
        }
    }

    private int prepareThreshold() throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? connection.unwrap(PGConnection.class).getPrepareThreshold()
                : 0;
    }

    private void prepareFrom(int threshold) throws SQLException {
        if (connection.isWrapperFor(PGConnection.class)) {
            connection.unwrap(PGConnection.class).setPrepareThreshold(threshold);
        }
    }
}
