package dev.waymark.run;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a run behaves. Immutable; start from {@link #defaults()}.
 *
 * @param lockWait how long to wait for another migrator's lock, from 0 to 24 hours; by default 5 minutes
 * @param lockTimeout how long a statement of a transactional step may wait for a lock of the database, from 0 (for
 *     ever) to 1 hour; by default 5 seconds
 * @param retryFor how long a transactional step that could not get its locks is tried again, from 0 (never) to 24
 *     hours; by default 10 minutes
 * @param upgradeWait how long {@link StartMode#WAIT} waits, from 0 to 24 hours; by default 5 minutes
 * @param transactions what one transaction spans; by default a step
 * @param historySchema the schema of the history tables, made if it is missing; 1 to 63 characters; by default
 *     {@code public}
 * @param historyPrefix what the names of the history tables begin with: 1 to 40 of {@code a-z 0-9 _}; by default
 *     {@code waymark}
 */
public record Settings(
        Duration lockWait,
        Duration lockTimeout,
        Duration retryFor,
        Duration upgradeWait,
        TransactionScope transactions,
        String historySchema,
        String historyPrefix) {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Pattern PREFIX = Pattern.compile("[a-z_][a-z0-9_]{0,39}");

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public Settings {
        check("lockWait", lockWait, DAY);
        check("lockTimeout", lockTimeout, Duration.ofHours(1));
        check("retryFor", retryFor, DAY);
        check("upgradeWait", upgradeWait, DAY);
        if (historySchema.isEmpty() || historySchema.length() > 63) {
            throw new IllegalArgumentException(
                    "historySchema is '%s': use 1 to 63 characters".formatted(historySchema));
        }
        if (!PREFIX.matcher(historyPrefix).matches()) {
            throw new IllegalArgumentException(
                    "historyPrefix is '%s': use 1 to 40 of a-z, 0-9 and '_', not beginning with a digit"
                            .formatted(historyPrefix));
        }
    }

    /** {@return the defaults} */
    public static Settings defaults() {
        return new Settings(
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                TransactionScope.STEP,
                "public",
                "waymark");
    }

    /** {@return these settings with another wait for the lock of another migrator} */
    public Settings withLockWait(Duration wait) {
        return new Settings(wait, lockTimeout, retryFor, upgradeWait, transactions, historySchema, historyPrefix);
    }

    /** {@return these settings with another wait of a statement for locks of the database} */
    public Settings withLockTimeout(Duration timeout) {
        return new Settings(lockWait, timeout, retryFor, upgradeWait, transactions, historySchema, historyPrefix);
    }

    /** {@return these settings with another time in which a step is tried again} */
    public Settings withRetryFor(Duration time) {
        return new Settings(lockWait, lockTimeout, time, upgradeWait, transactions, historySchema, historyPrefix);
    }

    /** {@return these settings with another wait for an upgrade by somebody else} */
    public Settings withUpgradeWait(Duration wait) {
        return new Settings(lockWait, lockTimeout, retryFor, wait, transactions, historySchema, historyPrefix);
    }

    /** {@return these settings with another span of transactions} */
    public Settings withTransactions(TransactionScope scope) {
        return new Settings(lockWait, lockTimeout, retryFor, upgradeWait, scope, historySchema, historyPrefix);
    }

    /** {@return these settings with the history in another place} */
    public Settings withHistory(String schema, String prefix) {
        return new Settings(lockWait, lockTimeout, retryFor, upgradeWait, transactions, schema, prefix);
    }

    private static void check(String name, Duration value, Duration most) {
        if (value.isNegative() || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s is %s: use 0 to %s".formatted(name, value, most));
        }
    }
}
