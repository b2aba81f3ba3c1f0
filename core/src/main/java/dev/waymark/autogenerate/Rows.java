package dev.waymark.autogenerate;

import dev.waymark.error.ProofFailedException;
import dev.waymark.postgres.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes and reads rows in a scratch database, in one transaction that is committed when this is closed. */
final class Rows implements AutoCloseable {

    private final Connection connection;

    private Rows(Connection connection) {
        this.connection = connection;
    }

    static Rows of(ScratchDatabase database) {
        try {
            Connection connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
            return new Rows(connection);
        } catch (SQLException e) {
            throw ProofFailedException.refused("at its rows", "", e);
        }
    }

    /** The first column, as text. */
    List<String> read(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw ProofFailedException.refused("at its rows", query, e);
        }
    }

    /** Runs statements, all or none of them; answers why they were refused. */
    Optional<String> attempt(List<String> statements) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("savepoint waymark_rows");
            return attempt(statement, statements);
        } catch (SQLException e) {
            throw ProofFailedException.refused("at its rows", "savepoint", e);
        }
    }

    private static Optional<String> attempt(Statement statement, List<String> statements) throws SQLException {
        try {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("set constraints all immediate");
            statement.execute("release waymark_rows");
            return Optional.empty();
        } catch (SQLException e) {
            statement.execute("rollback to waymark_rows");
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw ProofFailedException.refused("at its rows", "commit", e);
        }
    }
}
