package dev.waymark.error;

import java.io.Serial;

/** A model can't be made real: the server refuses a statement of it. */
public final class InvalidModelException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String UNDEFINED_OBJECT = "42704";

    private final String statement;
    private final String sqlState;

    /**
     * @param model which part of the model, as in "schema.sql"
     * @param statement the statement; empty if it is not known
     * @param sqlState the five-character SQLSTATE; empty if there is none
     * @param cause what the driver said
     */
    public InvalidModelException(String model, String statement, String sqlState, Throwable cause) {
        super(
                "The model can't be made real: %s: %s%s".formatted(model, Cause.firstLine(cause), indented(statement)),
                "This was in a scratch database, which is gone or empty again. No other database was touched.",
                remedy(sqlState, Cause.firstLine(cause)),
                cause);
        this.statement = statement;
        this.sqlState = sqlState;
    }

    /** {@return the statement; empty if it is not known} */
    public String statement() {
        return statement;
    }

    /** {@return the five-character SQLSTATE; empty if there is none} */
    public String sqlState() {
        return sqlState;
    }

    private static String indented(String statement) {
        return statement.isEmpty() ? "" : "\n" + statement.strip().indent(2).stripTrailing();
    }

    private static String remedy(String sqlState, String message) {
        return sqlState.equals(UNDEFINED_OBJECT) && message.contains("role \"")
                ? "create the role on the server of the scratch database; a role belongs to a whole server, so Waymark"
                        + " makes none."
                : "correct the model, or take a scratch database on a server that has what it needs.";
    }
}
