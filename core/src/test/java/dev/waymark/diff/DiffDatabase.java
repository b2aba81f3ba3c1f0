package dev.waymark.diff;

import dev.waymark.diff.DdlStatement.Commit;
import dev.waymark.postgres.SchemaReader;
import dev.waymark.postgres.SnapshotOptions;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.schema.SchemaSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** A fresh database whose schema is compared; dropped when it is closed. */
final class DiffDatabase implements AutoCloseable {

    static final String JUDGE = resource("judge.sql");

    private final TestDatabase database;
    private final Connection connection;

    private DiffDatabase(TestDatabase database) {
        this.database = database;
        this.connection = open(database);
    }

    static DiffDatabase create() {
        return new DiffDatabase(TestDatabase.create());
    }

    /** A fresh database with a schema in it. */
    static DiffDatabase of(String ddl) {
        DiffDatabase database = create();
        database.run(ddl);
        return database;
    }

    /** Each text goes to the server as one message, as it stands. */
    private static Connection open(TestDatabase database) {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setPreferQueryMode(PreferQueryMode.SIMPLE);
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs one or several statements; several are one transaction. */
    DiffDatabase run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\nin: " + sql, e);
        }
    }

    /** Runs the statements of a diff as a revision would, with commits where they say so. */
    DiffDatabase apply(List<DdlStatement> statements) {
        run("reset all");
        run("begin");
        for (DdlStatement statement : statements) {
            boolean alone = statement.commit() == Commit.ALONE;
            if (statement.commit() != Commit.ANYWHERE) {
                run("commit");
                run(alone ? "" : "begin");
            }
            run(statement.sql());
            run(alone ? "begin" : "");
        }
        return run("commit");
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
        run("set search_path = ''");
        List<String> lines = query(JUDGE);
        run("reset search_path");
        return lines;
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

    private static String resource(String name) {
        try (InputStream stream = DiffDatabase.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        query(
                        "select format('alter subscription %1$I disable; alter subscription %1$I set (slot_name = none); drop subscription %1$I',"
                                + " subname) from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())")
                .forEach(this::run);
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        new TestDatabase("postgres", database.port()).execute("drop database " + database.name() + " with (force)");
    }
}
