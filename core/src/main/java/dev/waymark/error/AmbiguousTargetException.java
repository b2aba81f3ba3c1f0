package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** A target could mean several revisions. */
public final class AmbiguousTargetException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;
    private final List<String> candidates;

    /**
     * @param target what was asked for
     * @param problem why it is ambiguous, as a sentence
     * @param candidates what it could mean
     */
    public AmbiguousTargetException(String target, String problem, List<String> candidates) {
        super(
                "'%s' is ambiguous: %s".formatted(target, problem),
                UNTOUCHED,
                "choose one of %s.".formatted(String.join(", ", candidates)));
        this.target = target;
        this.candidates = List.copyOf(candidates);
    }

    /** {@return what was asked for} */
    public String target() {
        return target;
    }

    /** {@return what it could mean} */
    public List<String> candidates() {
        return candidates;
    }
}
