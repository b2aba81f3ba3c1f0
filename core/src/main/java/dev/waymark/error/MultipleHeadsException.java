package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** One head was asked for where there are several. */
public final class MultipleHeadsException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String target;
    private final List<String> heads;

    /**
     * @param target what was asked for
     * @param heads the heads there are
     */
    public MultipleHeadsException(String target, List<String> heads) {
        super(
                "'%s' must name one revision here, but there are %d heads: %s."
                        .formatted(target, heads.size(), Quoted.list(heads)),
                UNTOUCHED,
                remedy(target));
        this.target = target;
        this.heads = List.copyOf(heads);
    }

    /** {@return what was asked for} */
    public String target() {
        return target;
    }

    /** {@return the ids of the heads there are} */
    public List<String> heads() {
        return heads;
    }

    private static String remedy(String target) {
        return target.endsWith("heads")
                ? "name one of them, or merge them in a new revision."
                : "name one of them, ask for 'heads' where several will do, or merge them in a new revision.";
    }
}
