package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** A downgrade of one branch would take revisions of another branch with it. */
public final class OtherBranchException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;
    private final List<String> others;

    /**
     * @param target what was asked for
     * @param others the ids outside of the named branch that would be removed
     */
    public OtherBranchException(String target, List<String> others) {
        super(
                "'%s' names one branch, but it would also remove %s, which descend from its trunk by another branch."
                        .formatted(target, Quoted.list(others)),
                UNTOUCHED,
                "downgrade the other branch first, or name the revision to go down to without a branch, so that all above it may go.");
        this.target = target;
        this.others = List.copyOf(others);
    }

    /** {@return what was asked for} */
    public String target() {
        return target;
    }

    /** {@return the ids outside of the named branch that would be removed} */
    public List<String> others() {
        return others;
    }
}
