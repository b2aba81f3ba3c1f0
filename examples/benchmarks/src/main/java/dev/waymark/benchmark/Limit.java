package dev.waymark.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;

/**
 * The least that a tool could do, in plain JDBC: one query tells how far the database is; each missing step is one
 * statement, one row of history and one commit. No lock, no checks.
 */
final class Limit implements Contender {

    /** How the limit learns where the database stands. */
    enum Reading {
        ONE_ROW,
        ALL_ROWS
    }

    private static final String NO_SUCH_TABLE = "42P01";

    private final Work work;
    private final Reading reading;

    Limit(Work work, Reading reading) {
        this.work = work;
        this.reading = reading;
    }

    @Override
    public void upgrade() throws SQLException {
        try (Connection connection = work.dataSource().getConnection()) {
            int applied = reading == Reading.ONE_ROW ? lastRow(connection) : allRows(connection);
            if (applied < work.size()) {
                apply(connection, applied);
            }
        }
    }

    private static int lastRow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(position) from history")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            return nothingApplied(e);
        }
    }

    private static int allRows(Connection connection) throws SQLException {
        var ids = new ArrayList<String>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, checksum from history order by position")) {
            while (rows.next()) {
                ids.add(rows.getString(1) + rows.getString(2));
            }
            return ids.size();
        } catch (SQLException e) {
            return nothingApplied(e);
        }
    }

    private static int nothingApplied(SQLException exception) throws SQLException {
        if (!NO_SUCH_TABLE.equals(exception.getSQLState())) {
            throw exception;
        }
        return 0;
    }

    private void apply(Connection connection, int applied) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement ddl = connection.createStatement()) {
            ddl.execute("create table if not exists history (position integer primary key, id text not null,"
                    + " checksum text not null, applied_at timestamptz not null default now())");
            connection.commit();
            applySteps(connection, ddl, applied);
        }
    }

    private void applySteps(Connection connection, Statement ddl, int applied) throws SQLException {
        try (PreparedStatement record =
                connection.prepareStatement("insert into history (position, id, checksum) values (?, ?, ?)")) {
            for (int number = applied + 1; number <= work.size(); number++) {
                ddl.execute(Work.createTable(number));
                record.setInt(1, number);
                record.setString(2, "r" + number);
                record.setString(3, Integer.toHexString(number));
                record.executeUpdate();
                connection.commit();
            }
        }
    }
}
