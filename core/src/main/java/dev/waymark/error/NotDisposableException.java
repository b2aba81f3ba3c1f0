package dev.waymark.error;

import java.io.Serial;

/** All data of a database was to be deleted, and the database was never declared to be disposable. */
public final class NotDisposableException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param database how messages call the database */
    public NotDisposableException(String database) {
        super(
                "Everything in %s was to be deleted, and it is not declared to be disposable.".formatted(database),
                UNTOUCHED,
                "check that it is the right one, and declare it: disposable().",
                null);
    }
}
