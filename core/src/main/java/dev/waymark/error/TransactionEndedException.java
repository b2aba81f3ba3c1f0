package dev.waymark.error;

import java.io.Serial;

/** A migration ended the transaction of its step, or closed its connection. Both belong to Waymark. */
public final class TransactionEndedException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param problem what the migration did, as a sentence
     * @param state what that has left in the database, as a sentence
     */
    public TransactionEndedException(String problem, String state) {
        super(
                problem,
                state,
                "leave commit, rollback and close to Waymark; a revision that can't run in a transaction says so"
                        + " (transactional = false).",
                null);
    }
}
