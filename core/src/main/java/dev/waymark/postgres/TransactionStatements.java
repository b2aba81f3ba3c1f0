package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalInt;

/**
 * Runs statements in the transaction of their step.
 *
 * @param step the connection
 */
record TransactionStatements(StepConnection step) implements StatementRunner {

    @Override
    public OptionalInt alreadyDone(int number, String text) {
        return OptionalInt.empty();
    }

    @Override
    public int execute(int number, String text, Bound bound) throws SQLException {
        if (bound.isPlain()) {
            return step.execute(bound.sql());
        }
        try (PreparedStatement statement = Binds.prepared(step.marked(), bound.sql(), bound.binds())) {
            statement.execute();
            return Math.max(statement.getUpdateCount(), 0);
        }
    }

    @Override
    public <T> T read(Reading<T> reading) throws SQLException {
        return reading.from(step.marked());
    }

    @Override
    public Connection local() throws SQLException {
        return step.marked();
    }

    @Override
    public Connection free(int number) throws SQLException {
        return step.marked();
    }
}
