package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** Several targets were asked for, one of which already requires another. */
public final class OverlappingTargetsException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> targets;

    /**
     * @param targets what was asked for
     * @param problem which of them overlap, as a sentence
     */
    public OverlappingTargetsException(List<String> targets, String problem) {
        super(
                "The targets %s overlap: %s".formatted(Quoted.list(targets), problem),
                UNTOUCHED,
                "leave out each target that another one already requires.");
        this.targets = List.copyOf(targets);
    }

    /** {@return what was asked for} */
    public List<String> targets() {
        return targets;
    }
}
