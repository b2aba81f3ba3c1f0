package dev.waymark.run;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a run behaves. Immutable; start from {@link #defaults()}.
 *
 * @param timeouts how long anything may take
 * @param transactions what one transaction spans; by default a step
 * @param preflight what to do about what the preflight finds; by default a warning
 * @param historySchema the schema of the history tables, made if it is missing; 1 to 63 characters; by default
 *     {@code public}
 * @param historyPrefix what the names of the history tables begin with: 1 to 40 of {@code a-z 0-9 _}; by default
 *     {@code waymark}
 */
public record Settings(
        Timeouts timeouts,
        TransactionScope transactions,
        PreflightMode preflight,
        String historySchema,
        String historyPrefix) {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Pattern PREFIX = Pattern.compile("[a-z_][a-z0-9_]{0,39}");

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public Settings {
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
        return new Settings(Timeouts.DEFAULTS, TransactionScope.STEP, PreflightMode.WARN, "public", "waymark");
    }

    /** {@return these settings with another wait for the lock of another migrator} */
    public Settings withLockWait(Duration wait) {
        Timeouts t = timeouts;
        return with(new Timeouts(
                wait, t.lockTimeout(), t.statementTimeout(), t.retryFor(), t.upgradeWait(), t.reportAfter()));
    }

    /** {@return these settings with another wait of a statement for locks of the database} */
    public Settings withLockTimeout(Duration timeout) {
        Timeouts t = timeouts;
        return with(new Timeouts(
                t.lockWait(), timeout, t.statementTimeout(), t.retryFor(), t.upgradeWait(), t.reportAfter()));
    }

    /** {@return these settings with another time that a statement may take} */
    public Settings withStatementTimeout(Duration timeout) {
        Timeouts t = timeouts;
        return with(
                new Timeouts(t.lockWait(), t.lockTimeout(), timeout, t.retryFor(), t.upgradeWait(), t.reportAfter()));
    }

    /** {@return these settings with another time in which a step is tried again} */
    public Settings withRetryFor(Duration time) {
        Timeouts t = timeouts;
        return with(new Timeouts(
                t.lockWait(), t.lockTimeout(), t.statementTimeout(), time, t.upgradeWait(), t.reportAfter()));
    }

    /** {@return these settings with another wait for an upgrade by somebody else} */
    public Settings withUpgradeWait(Duration wait) {
        Timeouts t = timeouts;
        return with(
                new Timeouts(t.lockWait(), t.lockTimeout(), t.statementTimeout(), t.retryFor(), wait, t.reportAfter()));
    }

    /** {@return these settings with another time after which a running statement is reported on} */
    public Settings withReportAfter(Duration time) {
        Timeouts t = timeouts;
        return with(
                new Timeouts(t.lockWait(), t.lockTimeout(), t.statementTimeout(), t.retryFor(), t.upgradeWait(), time));
    }

    /** {@return these settings with another span of transactions} */
    public Settings withTransactions(TransactionScope scope) {
        return new Settings(timeouts, scope, preflight, historySchema, historyPrefix);
    }

    /** {@return these settings with something else done about what the preflight finds} */
    public Settings withPreflight(PreflightMode mode) {
        return new Settings(timeouts, transactions, mode, historySchema, historyPrefix);
    }

    /** {@return these settings with the history in another place} */
    public Settings withHistory(String schema, String prefix) {
        return new Settings(timeouts, transactions, preflight, schema, prefix);
    }

    private Settings with(Timeouts changed) {
        return new Settings(changed, transactions, preflight, historySchema, historyPrefix);
    }

    /**
     * How long anything may take.
     *
     * @param lockWait how long to wait for another migrator's lock, and for a lost connection, from 0 to 24 hours; by
     *     default 5 minutes
     * @param lockTimeout how long a statement of a transaction may wait for a lock of the database, from 0 (for ever)
     *     to 1 hour; by default 5 seconds
     * @param statementTimeout how long a statement of a step may take, from 0 (as the database has it for its user) to
     *     24 hours; by default 0
     * @param retryFor how long a transaction that could not get its locks is tried again, from 0 (never) to 24 hours;
     *     by default 10 minutes
     * @param upgradeWait how long {@link StartMode#WAIT} waits, from 0 to 24 hours; by default 5 minutes
     * @param reportAfter how long a statement runs before it is reported on, and again after each such time, from 0
     *     (never) to 24 hours; by default 10 seconds. The reports need a second connection; where none may be had there
     *     are none
     */
    public record Timeouts(
            Duration lockWait,
            Duration lockTimeout,
            Duration statementTimeout,
            Duration retryFor,
            Duration upgradeWait,
            Duration reportAfter) {

        private static final Timeouts DEFAULTS = new Timeouts(
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ZERO,
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                Duration.ofSeconds(10));

        /** @throws IllegalArgumentException if a value is out of its bounds */
        public Timeouts {
            check("lockWait", lockWait, DAY);
            check("lockTimeout", lockTimeout, Duration.ofHours(1));
            check("statementTimeout", statementTimeout, DAY);
            check("retryFor", retryFor, DAY);
            check("upgradeWait", upgradeWait, DAY);
            check("reportAfter", reportAfter, DAY);
        }

        private static void check(String name, Duration value, Duration most) {
            if (value.isNegative() || value.compareTo(most) > 0) {
                throw new IllegalArgumentException("%s is %s: use 0 to %s".formatted(name, value, most));
            }
        }
    }
}
