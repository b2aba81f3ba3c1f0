package dev.waymark.error;

import java.io.Serial;

/** A constraint or an index is to be made, and another one is in its way. */
public final class SchemaConflictException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String wanted;
    private final String present;

    /**
     * @param reason why the two can't both be there, as a sentence without a full stop
     * @param wanted the definition of the one that is to be made
     * @param present the definition of the one that is there
     */
    public SchemaConflictException(String reason, String wanted, String present) {
        super(
                "%s.\n  wanted: %s\n  there:  %s".formatted(reason, wanted, present),
                "The stage that was to make it has changed nothing.",
                "drop the one that is there in a stage of its own, or give the wanted one another name or definition.",
                null);
        this.wanted = wanted;
        this.present = present;
    }

    /** {@return the definition of the one that is to be made} */
    public String wanted() {
        return wanted;
    }

    /** {@return the definition of the one that is there} */
    public String present() {
        return present;
    }
}
