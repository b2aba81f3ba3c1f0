package dev.waymark.postgres;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.error.StatementFailedException;
import dev.waymark.run.OvertakenException;
import dev.waymark.run.Rehearsal;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings.Timeouts;
import dev.waymark.run.StepOrder;
import dev.waymark.session.Retries;
import dev.waymark.session.WatchedListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs steps and their records in one transaction. If that can't get its locks in time, it is rolled back, so that
 * whoever queues behind it goes first, and tried again.
 */
final class TransactionalSteps {

    private final PostgresSession session;
    private final Timeouts timeouts;
    private final List<StepOrder<SqlContext>> orders;
    private final WatchedListener listener;
    private StepOrder<SqlContext> current;
    private Optional<StatementFailedException> swallowed = Optional.empty();

    TransactionalSteps(
            PostgresSession session, Timeouts timeouts, List<StepOrder<SqlContext>> orders, WatchedListener listener) {
        this.session = session;
        this.timeouts = timeouts;
        this.orders = orders;
        this.listener = listener;
        this.current = orders.get(0);
    }

    void run() throws Exception {
        orders.forEach(this::requireAllowedInTransaction);
        List<Rehearsal> waysBack = orders.stream().map(session::wayBack).toList();
        new Retries(timeouts.retryFor(), SqlErrors::reasonToRetry, () -> current.step(), listener)
                .run(() -> attempt(waysBack));
    }

    private void requireAllowedInTransaction(StepOrder<SqlContext> order) {
        session.rehearsed(order.migration(), order.step().direction()).statements().stream()
                .filter(SqlText::refusesTransaction)
                .findFirst()
                .ifPresent(statement -> {
                    throw new InvalidMigrationsException(List.of(new Problem(
                            Kind.NOT_TRANSACTIONAL,
                            order.step().id().value(),
                            "Revision '%s' runs in a transaction, unless it says transactional = false, and PostgreSQL refuses there:\n    %s"
                                    .formatted(order.step().id(), statement.strip()))));
                });
    }

    private void attempt(List<Rehearsal> waysBack) throws Exception {
        current = orders.get(0);
        swallowed = Optional.empty();
        List<RunEvent.StepFinished> finished = new ArrayList<>();
        boolean committed = false;
        try {
            begin();
            for (int i = 0; i < orders.size(); i++) {
                current = orders.get(i);
                listener.accept(new RunEvent.StepStarted(current.step()));
                finished.add(new RunEvent.StepFinished(current.step(), step(current, waysBack.get(i))));
            }
            own("commit", () -> session.commit(() -> session.reader().hasLogged(current)));
            committed = true;
        } finally {
            if (!committed) {
                session.lent().rollBack();
            }
            session.lent().autoCommitAgain();
        }
        finished.forEach(listener);
    }

    private void begin() throws SQLException, OvertakenException {
        session.working().begin(listener::accept);
        session.working().requireHeads(current);
    }

    private Duration step(StepOrder<SqlContext> order, Rehearsal wayBack) throws Exception {
        long started = System.nanoTime();
        Working working = session.working();
        StepConnection step = new StepConnection(
                session.lent().connection(), new StepMarks(timeouts).ofTransaction(order, working.state()));
        LiveSqlContext context = new LiveSqlContext(order, new TransactionStatements(step), listener);
        context.run();
        swallowed = context.firstFailure();
        own("begin the step", step::marked);
        if (context.maySet()) {
            own("put the settings back", () -> step.execute(working.state().restoring()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        own("record the step", () -> working.writer().finish(order, context.ran(wayBack, took)));
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
            throw session.lent().isBroken()
                    ? session.lost(e)
                    : new StatementFailedException(task, SqlErrors.state(e), e);
        }
    }

    @FunctionalInterface
    private interface SqlTask {

        void run() throws SQLException;
    }
}
