package dev.waymark.postgres;

import dev.waymark.error.StatementFailedException;
import dev.waymark.plan.Direction;
import dev.waymark.run.RunEvent;
import dev.waymark.run.StepOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a step without a transaction around it: each of its statements is one of its own. It is recorded as begun before
 * the first, and its progress after each, so that whatever ends it the history says how far it came.
 */
final class NonTransactionalStep {

    private final PostgresSession session;
    private final Connection connection;
    private final HistoryWriter writer;

    NonTransactionalStep(PostgresSession session, Connection connection, HistoryWriter writer) {
        this.session = session;
        this.connection = connection;
        this.writer = writer;
    }

    void run(StepOrder<SqlContext> order, Consumer<RunEvent> listener) throws Exception {
        Optional<String> wayBack = session.wayBack(order);
        long started = System.nanoTime();
        listener.accept(new RunEvent.StepStarted(order.step()));
        LiveSqlContext context = begun(order);
        if (order.step().direction() == Direction.UP) {
            order.migration().up(context);
        } else {
            order.migration().down(context);
        }
        session.noteSettings(context);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        try {
            writer.finish(order, token(order), context.ran(wayBack, took));
        } catch (SQLException e) {
            throw told(e);
        }
        listener.accept(new RunEvent.StepFinished(order.step(), took));
    }

    private LiveSqlContext begun(StepOrder<SqlContext> order) {
        try {
            StepConnection step = new StepConnection(
                    connection,
                    session.restoring()
                            + SessionState.marks(token(order), PostgresSession.nameOf(order), Optional.empty()));
            step.marked();
            writer.begin(order, token(order));
            return new LiveSqlContext(
                    step,
                    order.migration().getClass(),
                    statements -> writer.progress(order.step().id(), statements));
        } catch (SQLException e) {
            throw told(e);
        }
    }

    private static String token(StepOrder<SqlContext> order) {
        return order.run().toString();
    }

    private RuntimeException told(SQLException e) {
        return session.isBroken()
                ? session.lost(e)
                : new StatementFailedException("record the step", SqlErrors.state(e), e);
    }
}
