package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** A plan was made for another state of the database than the one it is in now. */
public final class StalePlanException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> planned;
    private final List<String> found;

    /**
     * @param planned the applied heads that the plan was made for
     * @param found the applied heads that the database has
     */
    public StalePlanException(List<String> planned, List<String> found) {
        super(
                "The plan was made for a database at %s, but it is at %s.".formatted(at(planned), at(found)),
                UNTOUCHED,
                "make a new plan and run that.");
        this.planned = List.copyOf(planned);
        this.found = List.copyOf(found);
    }

    /** {@return the applied heads that the plan was made for} */
    public List<String> planned() {
        return planned;
    }

    /** {@return the applied heads that the database has} */
    public List<String> found() {
        return found;
    }

    private static String at(List<String> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }
}
