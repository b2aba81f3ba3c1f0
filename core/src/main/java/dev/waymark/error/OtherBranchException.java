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
                "'%s' names one branch, but it would also remove %s, which are not of that branch alone."
                        .formatted(target, String.join(", ", others)),
                UNTOUCHED,
                "name the revision to go down to by its id without a label, which says that the other branches may go too.");
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
