package dev.waymark.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Statements that were to become a revision do not do what they should. No source is handed over. */
public final class ProofFailedException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String STATE =
            "This was in a scratch database, which is gone or empty again. No other database was touched, and no source"
                    + " was written.";
    private static final String REMEDY =
            "write this revision by hand, or leave what can't be generated out of the comparison (Scope.exclude);"
                    + " and report it, since it should not happen.";

    private final String statement;
    private final String difference;

    private ProofFailedException(String problem, String statement, String difference, @Nullable Throwable cause) {
        super(problem, STATE, REMEDY, cause);
        this.statement = statement;
        this.difference = difference;
    }

    /**
     * {@return that the server refused a statement}
     *
     * @param way the way that was walked, as in "on the way up"
     * @param statement the statement
     * @param cause what the driver said, or another failure of it
     */
    public static ProofFailedException refused(String way, String statement, Throwable cause) {
        return new ProofFailedException(
                "The generated revision fails %s: %s%s"
                        .formatted(
                                way,
                                Cause.firstLine(cause),
                                statement.isEmpty()
                                        ? ""
                                        : "\n" + statement.strip().indent(2).stripTrailing()),
                statement,
                "",
                cause);
    }

    /**
     * {@return that the server refused a statement}
     *
     * @param way the way that was walked, as in "on the way up"
     * @param failure what failed
     */
    public static ProofFailedException refused(String way, StatementFailedException failure) {
        return refused(way, failure.statement(), failure);
    }

    /**
     * {@return that the schema, or a row, is not as it should be}
     *
     * @param when after what, as in "after the way up"
     * @param difference what would still have to be done, an object a line
     */
    public static ProofFailedException differs(String when, String difference) {
        return new ProofFailedException(
                "The generated revision does not lead where it should: %s this would still be to do:\n%s"
                        .formatted(when, difference.strip().indent(2).stripTrailing()),
                "",
                difference,
                null);
    }

    /** {@return the statement that was refused; empty if none was} */
    public String statement() {
        return statement;
    }

    /** {@return what would still have to be done, an object a line; empty if a statement was refused} */
    public String difference() {
        return difference;
    }
}
