package dev.waymark.error;

import java.io.Serial;

/** An index was made, and does not come online. */
public final class IndexNotOnlineException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String index;

    /**
     * @param index its name
     * @param finding what is known of it: how far its population came by when, or why it failed; without a full stop
     * @param remedy what to do, with a full stop
     */
    public IndexNotOnlineException(String index, String finding, String remedy) {
        super(
                "The index '%s' is not online: %s.".formatted(index, finding),
                "It is there, and can't be used; what was done before it stays.",
                remedy,
                null);
        this.index = index;
    }

    /** {@return the name of the index} */
    public String index() {
        return index;
    }
}
