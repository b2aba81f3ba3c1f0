package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;

/** Runs the statements of a step: all in its transaction, or each by itself. */
interface StatementRunner {

    /**
     * How many rows a statement changed that an earlier run of the step has done; empty if it is to be run.
     *
     * @param number which statement of the step, from 1
     * @param text the statement with its values put in
     */
    OptionalInt alreadyDone(int number, String text) throws SQLException;

    /** Runs a statement, and returns how many rows it changed. */
    int execute(int number, String text, Bound bound) throws SQLException;

    /** Reads; a statement by itself that would write is refused, for nobody would know that it has run. */
    <T> T read(Reading<T> reading) throws SQLException;

    /** The connection, for what is not sent to the server. */
    Connection local() throws SQLException;

    /** The connection for whatever a migration does with it. */
    Connection free(int number) throws SQLException;

    /** What is done with a connection that reads. */
    @FunctionalInterface
    interface Reading<T> {

        T from(Connection connection) throws SQLException;
    }

    /**
     * A statement and its values.
     *
     * @param sql the statement
     * @param binds a value for each {@code ?}; none if it has none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bound(String sql, Object[] binds) {

        boolean isPlain() {
            return binds.length == 0;
        }
    }
}
