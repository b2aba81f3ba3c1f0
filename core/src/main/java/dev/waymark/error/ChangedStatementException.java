package dev.waymark.error;

import java.io.Serial;

/**
 * A revision without a transaction was begun and did not finish, and one of the statements that are done is not what
 * the code runs now.
 */
public final class ChangedStatementException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param revision the id of the revision
     * @param number which statement, from 1
     * @param ran what ran
     * @param now what the code would run now
     */
    public ChangedStatementException(String revision, int number, String ran, String now) {
        super(
                "Statement %d of '%s' ran already, and it is another one now.\nWhat ran:\n%s\nWhat the code would run now:\n%s"
                        .formatted(
                                number,
                                revision,
                                ran.indent(2).stripTrailing(),
                                now.indent(2).stripTrailing()),
                "The revision is recorded as begun, with the statements that ran; this one was not run.",
                "bring the statement back as it was, and change what follows it; or look at what the statements have left,"
                        + " and stamp.");
    }
}
