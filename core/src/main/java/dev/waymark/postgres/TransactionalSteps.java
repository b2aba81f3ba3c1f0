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
import java.util.ArrayList;
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
        long deadline = System.nanoTime() + settings.timeouts().retryFor().toNanos();
        List<Optional<String>> waysBack = orders.stream().map(session::wayBack).toList();
        for (int attempt = 1; ; attempt++) {
            Attempt running = new Attempt(orders, waysBack, listener);
            try {
                running.run();
                return;
            } catch (Exception e) {
                Optional<String> reason = SqlErrors.reasonToRetry(e);
                Duration delay = delayAfter(attempt);
                if (reason.isEmpty() || System.nanoTime() + delay.toNanos() > deadline) {
                    throw running.told(e);
                }
                listener.accept(new RunEvent.StepRetried(
                        running.current.step(), attempt, reason.get(), Optional.empty(), delay));
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
        private final List<Optional<String>> waysBack;
        private final Consumer<RunEvent> listener;
        private final String token;
        private StepOrder<SqlContext> current;
        private Optional<StatementFailedException> swallowed = Optional.empty();

        Attempt(List<StepOrder<SqlContext>> orders, List<Optional<String>> waysBack, Consumer<RunEvent> listener) {
            this.orders = orders;
            this.waysBack = waysBack;
            this.listener = listener;
            this.current = orders.get(0);
            this.token = current.run().toString();
        }

        void run() throws Exception {
            List<RunEvent.StepFinished> finished = new ArrayList<>();
            boolean committed = false;
            connection.setAutoCommit(false);
            try {
                for (int i = 0; i < orders.size(); i++) {
                    current = orders.get(i);
                    listener.accept(new RunEvent.StepStarted(current.step()));
                    finished.add(new RunEvent.StepFinished(current.step(), step(current, waysBack.get(i))));
                }
                own("commit", connection::commit);
                committed = true;
            } finally {
                if (!committed) {
                    session.rollBack();
                }
                session.autoCommitAgain();
            }
            finished.forEach(listener);
        }

        private Duration step(StepOrder<SqlContext> order, Optional<String> wayBack) throws Exception {
            long started = System.nanoTime();
            StepConnection step = new StepConnection(connection, marks(order));
            LiveSqlContext context = new LiveSqlContext(step, order.migration().getClass(), statements -> {});
            if (order.step().direction() == Direction.UP) {
                order.migration().up(context);
            } else {
                order.migration().down(context);
            }
            swallowed = context.firstFailure();
            session.noteSettings(context);
            own("begin the step", step::marked);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            own("record the step", () -> writer.finish(order, token, context.ran(wayBack, took)));
            return took;
        }

        /** Runs a statement of Waymark's own, so that its failure is not taken for one of the migration. */
        private void own(String task, SqlTask statement) throws SQLException {
            try {
                statement.run();
            } catch (SQLException e) {
                if (SqlErrors.state(e).equals(SqlErrors.TRANSACTION_ABORTED) && swallowed.isPresent()) {
                    throw swallowed.get();
                }
                throw session.isBroken() ? session.lost(e) : new StatementFailedException(task, SqlErrors.state(e), e);
            }
        }

        private String marks(StepOrder<SqlContext> order) {
            return session.restoring()
                    + SessionState.marks(
                            token,
                            PostgresSession.nameOf(order),
                            Optional.of(settings.timeouts().lockTimeout()));
        }

        /** What to tell of a failure: that the connection is gone, if it is. */
        Exception told(Exception failure) {
            return session.isBroken() && !(failure instanceof ConnectionLostException)
                    ? session.lost(failure)
                    : failure;
        }
    }

    @FunctionalInterface
    private interface SqlTask {

        void run() throws SQLException;
    }
}
