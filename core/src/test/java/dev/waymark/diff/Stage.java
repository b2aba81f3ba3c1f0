package dev.waymark.diff;

import dev.waymark.postgres.SchemaReader;
import dev.waymark.postgres.SnapshotOptions;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database in which schemas are made and forgotten again: nothing is ever committed, which is much faster than a
 * database for each. Values of enums that were made in the same transaction can be used at once.
 */
final class Stage implements AutoCloseable {

    private final Connection connection;

    private Stage(Connection connection) {
        this.connection = connection;
    }

    static Stage open() {
        try {
            Connection connection = TestDatabase.create().dataSource().getConnection();
            connection.setAutoCommit(false);
            return new Stage(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs one or several statements. */
    Stage run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
        }
    }

    /** Runs a statement, or passes over it if PostgreSQL refuses it. */
    Stage attempt(String sql) {
        run("savepoint attempt");
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            run("rollback to attempt");
        }
        return run("release attempt");
    }

    Stage apply(List<DdlStatement> statements) {
        statements.forEach(statement -> run(statement.sql()));
        return this;
    }

    /** Forgets what was made since it was marked last. */
    Stage back() {
        return run("rollback to mark");
    }

    Stage mark() {
        return run("savepoint mark");
    }

    /** Forgets everything. */
    Stage clear() {
        try {
            connection.rollback();
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    SchemaSnapshot snapshot() {
        try {
            return SchemaReader.read(connection, SnapshotOptions.complete());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The schema as lines, by queries that share nothing with the reader. */
    List<String> lines() {
        run("set local search_path = ''");
        List<String> lines = query(DiffDatabase.JUDGE);
        run("reset search_path");
        return lines.stream().sorted().toList();
    }

    /** The first column of the rows, as text. */
    List<String> query(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
