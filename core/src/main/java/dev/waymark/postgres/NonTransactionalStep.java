package dev.waymark.postgres;

import dev.waymark.error.StatementFailedException;
import dev.waymark.plan.Direction;
import dev.waymark.run.RunEvent;
import dev.waymark.run.StepOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
        String token = order.run().toString();
        long started = System.nanoTime();
        listener.accept(new RunEvent.StepStarted(order.step()));
        try {
            StepConnection step = new StepConnection(
                    connection, StepConnection.marks(token, PostgresSession.nameOf(order), 0, false));
            step.marked();
            writer.begin(order, token);
            LiveSqlContext context = new LiveSqlContext(
                    step,
                    order.migration().getClass(),
                    statements -> writer.progress(order.step().id(), statements));
            if (order.step().direction() == Direction.UP) {
                order.migration().up(context);
            } else {
                order.migration().down(context);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            writer.finish(order, token, session.ran(order, context, took));
            listener.accept(new RunEvent.StepFinished(order.step(), took));
        } catch (SQLException e) {
            throw SqlErrors.isConnectionLost(e)
                    ? session.lost(e)
                    : new StatementFailedException("record the step", SqlErrors.state(e), e);
        }
    }
}
