package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** A target could mean several revisions, and none of them is chosen in silence. */
public final class AmbiguousTargetException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;
    private final List<String> candidates;

    /**
     * @param target what was asked for
     * @param problem why it is ambiguous, as a sentence
     * @param candidates what could be asked for instead, each of them unambiguous
     */
    public AmbiguousTargetException(String target, String problem, List<String> candidates) {
        super(
                "'%s' is ambiguous: %s".formatted(target, problem),
                UNTOUCHED,
                "ask for one of %s.".formatted(Quoted.list(candidates)));
        this.target = target;
        this.candidates = List.copyOf(candidates);
    }

    /** {@return what was asked for} */
    public String target() {
        return target;
    }

    /** {@return what could be asked for instead} */
    public List<String> candidates() {
        return candidates;
    }
}
