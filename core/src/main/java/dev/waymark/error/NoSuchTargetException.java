package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** A target names no revision and no label. */
public final class NoSuchTargetException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;
    private final List<String> suggestions;

    /**
     * @param target the id, prefix or label that names nothing
     * @param suggestions ids and labels that may have been meant; may be empty
     */
    public NoSuchTargetException(String target, List<String> suggestions) {
        super(
                "No revision and no label is named '%s', and none longer than three characters begins so."
                        .formatted(target),
                UNTOUCHED,
                suggestions.isEmpty()
                        ? "name one of the ids or labels that history shows."
                        : "name an existing revision; did you mean %s?".formatted(Quoted.choice(suggestions)));
        this.target = target;
        this.suggestions = List.copyOf(suggestions);
    }

    /** {@return the id, prefix or label that names nothing} */
    public String target() {
        return target;
    }

    /** {@return ids and labels that may have been meant} */
    public List<String> suggestions() {
        return suggestions;
    }
}
