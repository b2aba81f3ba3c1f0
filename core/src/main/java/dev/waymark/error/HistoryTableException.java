package dev.waymark.error;

import java.io.Serial;

/** The history table exists, but it is not one that this Waymark can use. */
public final class HistoryTableException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String table;

    /**
     * @param table the qualified name of the table
     * @param problem what is wrong with it, as a sentence
     */
    public HistoryTableException(String table, String problem) {
        super(
                "The table %s is not a history table of this Waymark: %s".formatted(table, problem),
                UNTOUCHED,
                "if the table belongs to something else, set another history schema or prefix (Settings.withHistory);"
                        + " if another Waymark made it, use that one.");
        this.table = table;
    }

    /** {@return the qualified name of the table} */
    public String table() {
        return table;
    }
}
