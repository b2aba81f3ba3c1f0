package dev.waymark.postgres;

import dev.waymark.error.StatementFailedException;
import dev.waymark.run.OvertakenException;
import dev.waymark.run.Rehearsal;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings.Timeouts;
import dev.waymark.run.StepOrder;
import dev.waymark.session.WatchedListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Runs a step without a transaction around it. It is recorded as begun before its first statement, and each of its
 * statements by itself, so that whatever ends it the history says how far it came, and the next run goes on there.
 */
final class NonTransactionalStep {

    private final PostgresSession session;
    private final Timeouts timeouts;
    private final StepOrder<SqlContext> order;
    private final WatchedListener listener;

    NonTransactionalStep(
            PostgresSession session, Timeouts timeouts, StepOrder<SqlContext> order, WatchedListener listener) {
        this.session = session;
        this.timeouts = timeouts;
        this.order = order;
        this.listener = listener;
    }

    void run() throws Exception {
        Rehearsal wayBack = session.wayBack(order);
        long started = System.nanoTime();
        List<StatementRecord> earlier = begin();
        listener.accept(new RunEvent.StepStarted(order.step()));
        LoneStatements statements = new LoneStatements(session, timeouts, order, earlier, listener);
        if (!earlier.isEmpty()) {
            listener.accept(new RunEvent.StepResumed(order.step(), statements.done()));
        }
        LiveSqlContext context = new LiveSqlContext(order, statements, listener);
        context.run();
        statements.requireNothingRefused();
        statements.requireAllRepeated(context.statements());
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        finish(context.ran(wayBack, took));
        listener.accept(new RunEvent.StepFinished(order.step(), took));
    }

    private List<StatementRecord> begin() throws SQLException, OvertakenException {
        try {
            Working working = session.working();
            working.lock().exceptLeaseOf(order.run());
            working.begin(listener::accept);
            working.requireHeads(order);
            mark(working);
            working.writer().begin(order);
            if (!working.hasSession()) {
                working.writer().lease(order);
            }
            List<StatementRecord> earlier =
                    session.reader().statements(order.step().id());
            session.lent().connection().commit();
            return earlier;
        } catch (SQLException e) {
            throw told(e);
        } finally {
            session.lent().rollBack();
            session.lent().autoCommitAgain();
        }
    }

    private void finish(Ran ran) throws SQLException {
        try {
            session.working().begin(listener::accept);
            session.working().state().restore(session.lent().connection());
            Sql.execute(
                    session.lent().connection(),
                    marks().ofTransaction(order, session.working().state()));
            session.working().writer().requireOwned(order);
            session.working().writer().finish(order, ran);
            session.working().writer().forgetStatements(order.step().id());
            session.commit(() -> session.reader().hasLogged(order));
        } catch (SQLException e) {
            throw told(e);
        } finally {
            session.lent().rollBack();
            session.lent().autoCommitAgain();
        }
    }

    /** Marks the transaction, and the session where it is one's own. */
    private void mark(Working working) throws SQLException {
        Connection connection = session.lent().connection();
        Sql.execute(connection, marks().ofTransaction(order, working.state()));
        if (working.hasSession()) {
            Sql.execute(connection, marks().ofSession(order, working.state()));
        }
    }

    private StepMarks marks() {
        return new StepMarks(timeouts);
    }

    private RuntimeException told(SQLException e) {
        return session.lent().isBroken()
                ? session.lost(e)
                : new StatementFailedException("record the step", SqlErrors.state(e), e);
    }
}
