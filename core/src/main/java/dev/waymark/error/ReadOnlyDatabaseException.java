package dev.waymark.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The server accepts no writes: it is a standby, or its transactions are read-only. */
public final class ReadOnlyDatabaseException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param database which database, without any secret
     * @param cause what the driver said; null if the server said so itself
     */
    public ReadOnlyDatabaseException(String database, @Nullable Throwable cause) {
        super(
                "%s accepts no writes: it is a standby in recovery, or default_transaction_read_only is on."
                        .formatted(database),
                UNTOUCHED,
                "connect to the primary (targetServerType=primary), or allow the user to write.",
                cause);
    }
}
