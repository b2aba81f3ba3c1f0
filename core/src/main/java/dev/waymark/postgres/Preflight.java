package dev.waymark.postgres;

import dev.waymark.run.PreflightCheck;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for what would be in the way of a run. All its queries go to the server together, in one round trip, or in
 * three inside a transaction. Where a server refuses one of them, they go one by one, and what was refused is unknown.
 */
final class Preflight {

    private final Connection connection;
    private final List<ServerCheck> checks;

    Preflight(Connection connection, HistoryTables tables) {
        this(connection, tables, Limits.DEFAULTS);
    }

    Preflight(Connection connection, HistoryTables tables, Limits limits) {
        this.connection = connection;
        checks = Stream.of(
                        PrivilegeChecks.of(tables),
                        BlockerChecks.of(limits),
                        CapacityChecks.of(limits),
                        ReplicationChecks.of(limits))
                .flatMap(List::stream)
                .toList();
    }

    List<PreflightCheck> checks() throws SQLException {
        try {
            return asked(checks);
        } catch (SQLException e) {
            requireConnected(e);
            return oneByOne();
        }
    }

    /** Behind a pooler the lock may be that of a transaction, which a refused query must not end. */
    private List<PreflightCheck> asked(List<ServerCheck> asked) throws SQLException {
        if (connection.getAutoCommit()) {
            return together(asked);
        }
        Savepoint before = connection.setSavepoint();
        try {
            return together(asked);
        } finally {
            connection.rollback(before);
        }
    }

    private List<PreflightCheck> together(List<ServerCheck> asked) throws SQLException {
        String queries = asked.stream().map(ServerCheck::query).collect(Collectors.joining(";\n"));
        List<String> binds =
                asked.stream().flatMap(check -> check.binds().stream()).toList();
        try (PreparedStatement statement = connection.prepareStatement(queries)) {
            for (int i = 0; i < binds.size(); i++) {
                statement.setString(i + 1, binds.get(i));
            }
            statement.execute();
            List<PreflightCheck> found = new ArrayList<>();
            for (ServerCheck check : asked) {
                found.add(judged(check, statement));
            }
            return found;
        }
    }

    private static PreflightCheck judged(ServerCheck check, PreparedStatement statement) throws SQLException {
        try (ResultSet rows = Objects.requireNonNull(statement.getResultSet())) {
            PreflightCheck found = check.judged(rows);
            statement.getMoreResults();
            return found;
        }
    }

    private List<PreflightCheck> oneByOne() throws SQLException {
        List<PreflightCheck> found = new ArrayList<>();
        for (ServerCheck check : checks) {
            found.add(alone(check));
        }
        return found;
    }

    private PreflightCheck alone(ServerCheck check) throws SQLException {
        try {
            return asked(List.of(check)).get(0);
        } catch (SQLException e) {
            requireConnected(e);
            return check.told(Judgement.unknown(
                    "the server refuses to tell: " + SqlErrors.firstLine(e), "let the user see it (grant pg_monitor)"));
        }
    }

    private static void requireConnected(SQLException e) throws SQLException {
        if (SqlErrors.isConnectionLost(e)) {
            throw e;
        }
    }

    /**
     * From where on something is worth a warning.
     *
     * @param transaction how long a transaction, or a prepared one, has been open
     * @param idle how long a session inside a transaction has done nothing
     * @param lag how long ago what a standby replays was written
     * @param behind how many bytes of the log a standby has not replayed
     * @param held how many bytes of the log a replication slot holds back
     * @param connections fewer free connections than this
     */
    record Limits(Duration transaction, Duration idle, Duration lag, long behind, long held, int connections) {

        private static final long GIGABYTE = 1L << 30;

        static final Limits DEFAULTS = new Limits(
                Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMinutes(1), GIGABYTE, 10 * GIGABYTE, 3);
    }
}
