package dev.waymark.postgres;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.DdlStatement.Commit;
import dev.waymark.error.InvalidModelException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A database for trying things out. It is gone, or empty again, when this is closed. Not thread-safe. */
public final class ScratchDatabase implements AutoCloseable {

    /** What {@code pg_dump} writes for {@code psql} alone. */
    private static final Pattern FOR_PSQL = Pattern.compile("(?m)^\\\\(?:un)?restrict\\b.*$");

    private final PostgresDatabase database;
    private final PostgresDatabase texts;
    private final Runnable end;

    ScratchDatabase(PostgresDatabase database, PostgresDatabase texts, Runnable end) {
        this.database = database;
        this.texts = texts;
        this.end = end;
    }

    /** {@return the database, for a run of revisions} */
    public PostgresDatabase database() {
        return database;
    }

    /** {@return connections to it} */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /**
     * Runs a text of several statements, in one transaction; where that is not possible, statement by statement, each
     * in a transaction of its own.
     *
     * @param name what the text is, for messages
     * @param text the statements, separated by semicolons
     * @throws InvalidModelException if the server refuses a statement
     */
    public void script(String name, String text) {
        String sql = FOR_PSQL.matcher(text).replaceAll("");
        try (Lent lent = texts.connect()) {
            run(lent.connection(), name, sql);
            forget(lent.connection());
        }
    }

    /** A dump sets a search path and more; a connection of a pool comes back. */
    private void forget(Connection connection) {
        try {
            Sql.execute(connection, "discard all");
        } catch (SQLException e) {
            throw SqlErrors.whileConnecting(database.description(), e);
        }
    }

    private static void run(Connection connection, String name, String sql) {
        try {
            Sql.execute(connection, sql);
        } catch (SQLException e) {
            oneByOne(connection, name, sql, e);
        }
    }

    /** Also finds out which statement it was, if it is refused again. */
    private static void oneByOne(Connection connection, String name, String sql, SQLException whole) {
        String current = "";
        try {
            Sql.execute(connection, "rollback");
            List<String> statements = SqlText.statements(sql);
            if (statements.stream().anyMatch(SqlText::controlsTransaction)) {
                throw whole;
            }
            for (String statement : statements) {
                current = statement;
                Sql.execute(connection, statement);
            }
        } catch (SQLException e) {
            throw new InvalidModelException(name, current, SqlErrors.state(e), e);
        }
    }

    /**
     * Runs the statements of a diff, in one transaction as far as they allow it.
     *
     * @param statements the statements
     * @throws StatementFailedException if the server refuses one
     */
    public void apply(List<DdlStatement> statements) {
        try (Lent lent = database.connect()) {
            for (DdlStatement statement : statements) {
                apply(lent.connection(), statement);
            }
            finish(lent.connection());
        } catch (SQLException e) {
            throw new StatementFailedException("commit", SqlErrors.state(e), e);
        }
    }

    private static void apply(Connection connection, DdlStatement statement) throws SQLException {
        if (statement.commit() != Commit.ANYWHERE) {
            finish(connection);
        }
        connection.setAutoCommit(statement.commit() == Commit.ALONE);
        try {
            Sql.execute(connection, statement.sql());
        } catch (SQLException e) {
            throw new StatementFailedException(statement.sql(), SqlErrors.state(e), e);
        }
    }

    private static void finish(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    /**
     * {@return its schema}
     *
     * @param options what to leave out
     */
    public SchemaSnapshot snapshot(SnapshotOptions options) {
        return database.snapshot(options);
    }

    /** Drops the database, or all that is in it. */
    @Override
    public void close() {
        end.run();
    }

    @Override
    public String toString() {
        return database.description();
    }
}
