package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** The database has had revisions applied that the code does not know, and they are in the way. */
public final class UnknownRevisionException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> unknown;

    /**
     * @param unknown the ids that no migration has
     * @param problem how they are in the way, as a sentence
     * @param remedy what to do, as the end of a sentence
     */
    public UnknownRevisionException(List<String> unknown, String problem, String remedy) {
        super(
                "The database has %s applied, which no migration defines: %s"
                        .formatted(String.join(", ", unknown), problem),
                UNTOUCHED,
                remedy);
        this.unknown = List.copyOf(unknown);
    }

    /** {@return the ids that no migration has} */
    public List<String> unknown() {
        return unknown;
    }
}
