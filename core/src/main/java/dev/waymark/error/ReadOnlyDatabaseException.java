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
        this(
                database,
                "it is a standby in recovery, or default_transaction_read_only is on",
                "connect to the primary (targetServerType=primary), or allow the user to write.",
                cause);
    }

    /**
     * @param database which database, without any secret
     * @param reason why, without a full stop
     * @param remedy what to do, with a full stop
     * @param cause what the driver said; null if the server said so itself
     */
    public ReadOnlyDatabaseException(String database, String reason, String remedy, @Nullable Throwable cause) {
        super("%s accepts no writes: %s.".formatted(database, reason), UNTOUCHED, remedy, cause);
    }
}
