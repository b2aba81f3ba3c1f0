package dev.waymark.postgres;

import dev.waymark.error.ConnectionLostException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.plan.Direction;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.Sleep;
import dev.waymark.run.StepOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Runs steps and their records in one transaction. If that can't get its locks in time, it is rolled back, so that
 * whoever queues behind it goes first, and tried again.
 */
final class TransactionalSteps {

    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final PostgresSession session;
    private final Connection connection;
    private final HistoryWriter writer;
    private final Settings settings;

    TransactionalSteps(PostgresSession session, Connection connection, HistoryWriter writer, Settings settings) {
        this.session = session;
        this.connection = connection;
        this.writer = writer;
        this.settings = settings;
    }

    void run(List<StepOrder<SqlContext>> orders, Consumer<RunEvent> listener) throws Exception {
        long deadline = System.nanoTime() + settings.retryFor().toNanos();
        for (int attempt = 1; ; attempt++) {
            Attempt running = new Attempt(orders, listener);
            try {
                running.run();
                return;
            } catch (Exception e) {
                Optional<String> reason = SqlErrors.reasonToRetry(e);
                Duration delay = delayAfter(attempt);
                if (reason.isEmpty() || System.nanoTime() + delay.toNanos() > deadline) {
                    throw running.told(e);
                }
                listener.accept(new RunEvent.StepRetried(running.current.step(), attempt, reason.get(), delay));
                Sleep.forAtMost(delay);
            }
        }
    }

    /** Doubles with every attempt, and is spread so that migrators which met once do not meet again. */
    private static Duration delayAfter(int attempt) {
        long most = Math.min(LONGEST_DELAY.toMillis(), FIRST_DELAY.toMillis() << Math.min(attempt, 16));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    /** One attempt at the transaction. */
    private final class Attempt {

        private final List<StepOrder<SqlContext>> orders;
        private final Consumer<RunEvent> listener;
        private final String token;
        private StepOrder<SqlContext> current;
        private Optional<StatementFailedException> swallowed = Optional.empty();

        Attempt(List<StepOrder<SqlContext>> orders, Consumer<RunEvent> listener) {
            this.orders = orders;
            this.listener = listener;
            this.current = orders.get(0);
            this.token = current.run().toString();
        }

        void run() throws Exception {
            boolean committed = false;
            connection.setAutoCommit(false);
            try {
                for (StepOrder<SqlContext> order : orders) {
                    current = order;
                    listener.accept(new RunEvent.StepStarted(order.step()));
                    Duration took = step(order);
                    listener.accept(new RunEvent.StepFinished(order.step(), took));
                }
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    session.rollBack();
                }
                session.autoCommitAgain();
            }
        }

        private Duration step(StepOrder<SqlContext> order) throws Exception {
            long started = System.nanoTime();
            StepConnection step = new StepConnection(connection, marks(order));
            LiveSqlContext context = new LiveSqlContext(step, order.migration().getClass(), statements -> {});
            if (order.step().direction() == Direction.UP) {
                order.migration().up(context);
            } else {
                order.migration().down(context);
            }
            swallowed = context.firstFailure();
            step.marked();
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            writer.finish(order, token, session.ran(order, context, took));
            return took;
        }

        private String marks(StepOrder<SqlContext> order) {
            return StepConnection.marks(
                    token, PostgresSession.nameOf(order), settings.lockTimeout().toMillis(), true);
        }

        /** What to tell of a failure: a record that was refused because of a failure before it tells that one. */
        Exception told(Exception failure) {
            if (!(failure instanceof SQLException e)) {
                return session.isBroken() ? session.lost(failure) : failure;
            }
            if (SqlErrors.state(e).equals(SqlErrors.TRANSACTION_ABORTED) && swallowed.isPresent()) {
                return swallowed.get();
            }
            return SqlErrors.isConnectionLost(e)
                    ? new ConnectionLostException(session.description(), e)
                    : new StatementFailedException("commit", SqlErrors.state(e), e);
        }
    }
}
