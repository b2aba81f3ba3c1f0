package dev.waymark.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A revision was changed after it had been applied, and what it would run now is not what ran, or can't be compared.
 */
public final class ChangedRevisionException extends HistoryException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String revision;

    /**
     * @param revision the id of the revision
     * @param ran what ran when it was applied; null if that was not recorded
     * @param now what the code would run now; null if that can't be told without running it
     */
    public ChangedRevisionException(String revision, @Nullable String ran, @Nullable String now) {
        super(
                "Revision '%s' was changed after it had been applied.\n%s\n%s"
                        .formatted(
                                revision,
                                titled("What ran:", ran, "not recorded"),
                                titled("What the code would run now:", now, "it depends on data, so it can't be told")),
                UNTOUCHED,
                "take the change back and make a new revision of it; or, if the database already is as the changed"
                        + " revision makes it, call accept(\"%s\").".formatted(revision));
        this.revision = revision;
    }

    /** {@return the id of the revision} */
    public String revision() {
        return revision;
    }

    private static String titled(String title, @Nullable String text, String otherwise) {
        return text == null
                ? title + " (" + otherwise + ")"
                : title + "\n" + text.indent(2).stripTrailing();
    }
}
