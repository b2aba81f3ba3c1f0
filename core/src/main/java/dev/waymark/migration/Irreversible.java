package dev.waymark.migration;

import java.io.Serial;

/** What the {@code down} of a revision that can't be undone throws. */
public final class Irreversible extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private Irreversible(String reason) {
        super(reason);
    }

    /**
     * Says that a revision can't be undone: {@code throw Irreversible.because("the old names are gone")}.
     *
     * @param reason why not, in words for whoever asks for the downgrade
     * @return what to throw
     */
    public static Irreversible because(String reason) {
        return new Irreversible(reason);
    }
}
