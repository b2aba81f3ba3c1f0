package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** Revisions of a plan need what the server's edition or version does not have. Nothing has been run. */
public final class UnsupportedFeatureException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Which revision, and what it needs, as a sentence without a full stop. */
    private final transient List<String> refusals;

    /**
     * @param database how messages call the database
     * @param refusals for each thing that is not there, which revision needs it and why it can't be had, without a full
     *     stop; at least one
     */
    public UnsupportedFeatureException(String database, List<String> refusals) {
        super(
                "%s can't run the plan:\n%s"
                        .formatted(
                                capitalized(database),
                                String.join("\n", refusals).indent(2).stripTrailing()),
                UNTOUCHED,
                "use a server that has it, or take it out of the revision.",
                null);
        this.refusals = List.copyOf(refusals);
    }

    /** {@return what is not there, a sentence each} */
    public List<String> refusals() {
        return refusals;
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
