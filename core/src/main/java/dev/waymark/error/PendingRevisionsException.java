package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** The application was told to start only on an upgraded database, and revisions are pending. */
public final class PendingRevisionsException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> pending;

    /** @param pending the ids that are not applied, in the order in which an upgrade would apply them */
    public PendingRevisionsException(List<String> pending) {
        super(
                pending.size() == 1
                        ? "Revision %s is not applied.".formatted(pending.get(0))
                        : "%d revisions are not applied: %s.".formatted(pending.size(), String.join(", ", pending)),
                UNTOUCHED,
                "run the upgrade, and then start the application.");
        this.pending = List.copyOf(pending);
    }

    /** {@return the ids that are not applied, in the order in which an upgrade would apply them} */
    public List<String> pending() {
        return pending;
    }
}
