package dev.waymark.error;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scratch database can't be had, or can't be used. */
public final class ScratchException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LISTED = 5;

    private static final String OTHER_WAYS =
            "name an empty database of your own by Scratch.in(url), or take an embedded server's by Scratch.of(...).";

    private ScratchException(String problem, String state, String remedy, @Nullable Throwable cause) {
        super(problem, state, remedy, cause);
    }

    /**
     * {@return that the user may not create databases}
     *
     * @param database the database that was connected to, without any secret
     * @param cause what the driver said
     */
    public static ScratchException mayNotCreate(String database, Throwable cause) {
        return new ScratchException(
                "The user may not create a scratch database beside %s: %s".formatted(database, Cause.firstLine(cause)),
                UNTOUCHED,
                "let the user create databases (ALTER ROLE ... CREATEDB), " + OTHER_WAYS,
                cause);
    }

    /**
     * {@return that a database could not be created for another reason}
     *
     * @param database the database that was connected to, without any secret
     * @param cause what the driver said
     */
    public static ScratchException notCreated(String database, Throwable cause) {
        return new ScratchException(
                "No scratch database could be created beside %s: %s".formatted(database, Cause.firstLine(cause)),
                UNTOUCHED,
                "see what the server says of it and call again, " + OTHER_WAYS,
                cause);
    }

    /**
     * {@return that a database is not empty}
     *
     * @param database which database, without any secret
     * @param found what is in it, at least one
     */
    public static ScratchException notEmpty(String database, List<String> found) {
        String listed = String.join(", ", found.subList(0, Math.min(LISTED, found.size())));
        int more = found.size() - LISTED;
        return new ScratchException(
                "What is to be a scratch database, %s, is not empty: it has %s%s."
                        .formatted(database, listed, more > 0 ? " and %d more".formatted(more) : ""),
                UNTOUCHED,
                "name a database that is empty and that nothing else uses; what Waymark puts there, it drops.",
                null);
    }

    /**
     * {@return that a database could not be emptied after its use}
     *
     * @param database which database, without any secret
     * @param reason why, as the end of a sentence
     * @param cause what the driver said; null if it was not refused
     */
    public static ScratchException notEmptied(String database, String reason, @Nullable Throwable cause) {
        return new ScratchException(
                "The scratch database, %s, could not be emptied: %s.".formatted(database, reason),
                "What was put into it is still there.",
                "empty it by hand, or drop it and create it again.",
                cause);
    }
}
