package dev.waymark.postgres;

import dev.waymark.error.CommitUnknownException;
import dev.waymark.error.RunException;
import dev.waymark.run.Settings;
import dev.waymark.run.Sleep;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A new connection in place of one that was lost in a commit, with the lock held again: the session that had it is gone
 * then, so what the history has is all that it will ever have of it.
 *
 * @param database where to connect to
 * @param settings how long to try
 */
record Reconnection(PostgresDatabase database, Settings settings) {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    Again after(SQLException loss) {
        long deadline = System.nanoTime() + settings.timeouts().lockWait().toNanos();
        while (true) {
            try {
                return attempt();
            } catch (RunException | SQLException e) {
                if (System.nanoTime() + PAUSE.toNanos() > deadline) {
                    loss.addSuppressed(e);
                    throw new CommitUnknownException(database.description(), loss);
                }
                Sleep.forAtMost(PAUSE);
            }
        }
    }

    private Again attempt() throws SQLException {
        Lent lent = database.connect();
        try {
            SessionState state = SessionState.read(lent.connection());
            if (state.readOnly()) {
                throw new SQLException("The server accepts no writes");
            }
            HistoryTables tables = HistoryTables.of(settings);
            Working working = new Working(database.description(), lent, tables, settings, state);
            working.lock().acquire(waited -> {});
            working.endTransaction();
            working.distrustHeads();
            return new Again(lent, working);
        } catch (SQLException | RuntimeException e) {
            lent.close();
            throw e;
        }
    }

    /**
     * The new connection.
     *
     * @param lent the connection
     * @param working what works on it
     */
    record Again(Lent lent, Working working) {}
}
