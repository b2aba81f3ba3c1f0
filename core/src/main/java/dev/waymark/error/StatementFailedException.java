package dev.waymark.error;

import java.io.Serial;

/**
 * A statement of a migration failed. In a transactional step the whole step is rolled back, whether or not the
 * migration catches this.
 */
public final class StatementFailedException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String NOT_IN_A_TRANSACTION = "25001";

    private final String statement;
    private final String sqlState;

    /**
     * @param statement the statement, without its bind values
     * @param sqlState the five-character SQLSTATE, or GQLSTATUS; empty if there is none
     * @param cause what the driver said
     */
    public StatementFailedException(String statement, String sqlState, Throwable cause) {
        this(
                statement,
                sqlState,
                sqlState.equals(NOT_IN_A_TRANSACTION)
                        ? "set transactional = false on the revision, which then runs that statement by itself."
                        : "correct the statement.",
                cause);
    }

    /**
     * @param statement the statement, without its bind values
     * @param sqlState the five-character SQLSTATE, or GQLSTATUS; empty if there is none
     * @param remedy what to do, with a full stop
     * @param cause what went wrong
     */
    public StatementFailedException(String statement, String sqlState, String remedy, Throwable cause) {
        super(
                "%s\n%s"
                        .formatted(
                                Cause.firstLine(cause),
                                statement.strip().indent(2).stripTrailing()),
                "The step that ran it is being ended.",
                remedy,
                cause);
        this.statement = statement;
        this.sqlState = sqlState;
    }

    /** {@return the statement, without its bind values} */
    public String statement() {
        return statement;
    }

    /** {@return the five-character SQLSTATE, of Neo4j the GQLSTATUS; empty if there is none} */
    public String sqlState() {
        return sqlState;
    }
}
