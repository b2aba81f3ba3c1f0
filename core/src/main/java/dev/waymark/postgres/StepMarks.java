package dev.waymark.postgres;

import dev.waymark.run.Settings.Timeouts;
import dev.waymark.run.StepOrder;
import java.util.StringJoiner;

/**
 * What marks a step on the server: its token, {@code application_name}, and how long its statements may take.
 *
 * @param timeouts how long its statements may wait and take
 */
record StepMarks(Timeouts timeouts) {

    /** The token that tells the record of a step that its transaction is still the one that the step began. */
    static String token(StepOrder<?> order) {
        return order.run().toString();
    }

    /** The statement that marks a transaction of a step; the marks end with it. */
    String ofTransaction(StepOrder<?> order, SessionState state) {
        Settings settings = new Settings(true);
        settings.add("waymark.step", token(order));
        settings.add("application_name", state.whileRunning(order));
        settings.add("lock_timeout", timeouts.lockTimeout().toMillis() + "ms");
        addStatementTimeout(settings);
        return settings.statement();
    }

    /** The statement that marks the session of a step without a transaction; statements there wait for locks freely. */
    String ofSession(StepOrder<?> order, SessionState state) {
        Settings settings = new Settings(false);
        settings.add("application_name", state.whileRunning(order));
        settings.add("lock_timeout", "0");
        addStatementTimeout(settings);
        return settings.statement();
    }

    private void addStatementTimeout(Settings settings) {
        if (!timeouts.statementTimeout().isZero()) {
            settings.add("statement_timeout", timeouts.statementTimeout().toMillis() + "ms");
        }
    }

    /** Settings that are made in one statement. */
    private static final class Settings {

        private final StringJoiner calls = new StringJoiner(", ", "select ", "");
        private final boolean local;

        Settings(boolean local) {
            this.local = local;
        }

        void add(String name, String value) {
            calls.add("set_config('" + name + "', '" + value.replace("'", "''") + "', " + local + ")");
        }

        String statement() {
            return calls.toString();
        }
    }
}
