package dev.waymark.postgres;

import dev.waymark.postgres.StatementRecord.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A statement that was running when its session ended: whether it has taken effect, as far as the catalog can tell, and
 * what it has left half done.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">PostgreSQL,
 *     building indexes concurrently</a>
 */
sealed interface Doubt {

    /** What stands in the history for what a migration did on a connection of its own. */
    String UNSEEN = "-- connection() or dsl()";

    /** Whether the statement has done all that it was to do. What it has left half done is removed. */
    boolean hasTakenEffect(Connection connection) throws SQLException;

    /** Removes what the statement has left half done; tells whether that has made it whole instead. */
    default boolean clear(Connection connection) throws SQLException {
        return false;
    }

    static Doubt of(String statement) {
        String name = SqlText.NAME;
        return Built.of(SqlText.match(
                        "create\\s+(?:unique\\s+)?index\\s+concurrently\\s+(?:if\\s+not\\s+exists\\s+)?(?<index>" + name
                                + ")\\s*\\bon\\b\\s*(?:only\\s+)?(?<table>" + name + ")",
                        statement))
                .or(() -> Dropped.of(SqlText.match(
                        "drop\\s+index\\s+concurrently\\s+(?:if\\s+exists\\s+)?(?<index>" + name + ")", statement)))
                .or(() -> Detached.of(SqlText.match(
                        "alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(?<table>" + name
                                + ")\\s+detach\\s+partition\\s+(?<partition>" + name + ")\\s+concurrently",
                        statement)))
                .or(() -> Rebuilt.of(statement))
                .orElseGet(() -> new Other(statement));
    }

    /** Why a step can't go on by itself; empty if it can. */
    static Optional<String> obstacle(List<StatementRecord> statements) {
        return statements.stream().filter(Doubt::isOpen).findFirst().map(each -> (each.state() == State.RUNNING
                        ? "Statement %d was running when its session ended, and whether it took effect can't be told:\n%s"
                        : "Statement %d failed, and may have left an INVALID index, whose name can't be told:\n%s")
                .formatted(each.number(), each.text().indent(2).stripTrailing()));
    }

    /** Whether the catalog can't tell what has become of a statement. */
    static boolean isOpen(StatementRecord statement) {
        return of(statement.text()) instanceof Other other
                && switch (statement.state()) {
                    case RUNNING -> !other.repeats();
                    case FAILED -> other.mayHaveLeftAnIndex();
                    case DONE -> false;
                };
    }

    /**
     * {@code create index concurrently}, which leaves an invalid index if it fails.
     *
     * @param index the name of the index, as SQL
     * @param table the name of the table, as SQL
     */
    record Built(String index, String table) implements Doubt {

        private static final String STATE = """
                select i.indisvalid, format('%I.%I', n.nspname, c.relname)
                from pg_class c
                join pg_index i on i.indexrelid = c.oid
                join pg_namespace n on n.oid = c.relnamespace
                where i.indrelid = to_regclass(?) and c.relname = (parse_ident(?))[1]::name""";

        static Optional<Doubt> of(Optional<Matcher> create) {
            return create.map(matcher -> new Built(matcher.group("index"), matcher.group("table")));
        }

        @Override
        public boolean hasTakenEffect(Connection connection) throws SQLException {
            boolean valid = false;
            List<String> invalid = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(STATE)) {
                statement.setString(1, table);
                statement.setString(2, index);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next()) {
                        valid = row.getBoolean(1);
                        invalid.add(row.getString(2));
                    }
                }
            }
            if (!valid) {
                drop(connection, invalid);
            }
            return valid;
        }

        @Override
        public boolean clear(Connection connection) throws SQLException {
            hasTakenEffect(connection);
            return false;
        }
    }

    /**
     * {@code drop index concurrently}, which leaves an invalid index if it fails, and may be run again.
     *
     * @param index the name of the index, as SQL
     */
    record Dropped(String index) implements Doubt {

        static Optional<Doubt> of(Optional<Matcher> drop) {
            return drop.map(matcher -> new Dropped(matcher.group("index")));
        }

        @Override
        public boolean hasTakenEffect(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?) is null")) {
                statement.setString(1, index);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        }
    }

    /**
     * {@code alter table ... detach partition ... concurrently}, which may be left pending.
     *
     * @param table the name of the partitioned table, as SQL
     * @param partition the name of the partition, as SQL
     */
    record Detached(String table, String partition) implements Doubt {

        private static final String STATE =
                "select inhdetachpending from pg_inherits where inhparent = to_regclass(?) and inhrelid = to_regclass(?)";

        static Optional<Doubt> of(Optional<Matcher> detach) {
            return detach.map(matcher -> new Detached(matcher.group("table"), matcher.group("partition")));
        }

        @Override
        public boolean hasTakenEffect(Connection connection) throws SQLException {
            return finished(connection, true);
        }

        /** One that is left pending can only be finished. */
        @Override
        public boolean clear(Connection connection) throws SQLException {
            return finished(connection, false);
        }

        private boolean finished(Connection connection, boolean gone) throws SQLException {
            boolean attached = false;
            boolean pending = false;
            try (PreparedStatement statement = connection.prepareStatement(STATE)) {
                statement.setString(1, table);
                statement.setString(2, partition);
                try (ResultSet row = statement.executeQuery()) {
                    attached = row.next();
                    pending = attached && row.getBoolean(1);
                }
            }
            if (pending) {
                Sql.execute(connection, "alter table " + table + " detach partition " + partition + " finalize");
            }
            return pending || (gone && !attached);
        }
    }

    /**
     * {@code reindex ... concurrently}, which may be run again, but leaves invalid indexes of its own naming.
     *
     * @param kind what is rebuilt, in lower case
     * @param target its name, as SQL
     */
    record Rebuilt(String kind, String target) implements Doubt {

        /** An index of TOAST can't be dropped by name, and is rebuilt with its table again anyway. */
        private static final String LEFT_OVERS = """
                select format('%I.%I', n.nspname, c.relname)
                from pg_index i
                join pg_class c on c.oid = i.indexrelid
                join pg_namespace n on n.oid = c.relnamespace
                where not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$' and n.nspname <> 'pg_toast'
                    and case ?
                        when 'index' then i.indrelid in (
                            select indrelid from pg_index
                            where indexrelid = to_regclass(?)
                                or indexrelid in (select relid from pg_partition_tree(to_regclass(?))))
                        when 'table' then i.indrelid = to_regclass(?)
                            or i.indrelid in (select relid from pg_partition_tree(to_regclass(?)))
                        when 'schema' then n.nspname = (parse_ident(?))[1]
                        else true
                    end""";

        static Optional<Doubt> of(String statement) {
            return SqlText.match(
                            "reindex\\s*(?:\\([^)]*\\)\\s*)?(?<kind>index|table|schema|database|system)\\b\\s*"
                                    + "(?:concurrently\\b\\s*)?(?<target>" + SqlText.NAME + ")?",
                            statement)
                    .map(matcher -> new Rebuilt(
                            matcher.group("kind").toLowerCase(Locale.ROOT),
                            Objects.requireNonNullElse(matcher.group("target"), "")));
        }

        @Override
        public boolean hasTakenEffect(Connection connection) throws SQLException {
            List<String> leftOvers = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(LEFT_OVERS)) {
                statement.setString(1, kind);
                for (int parameter = 2; parameter <= 6; parameter++) {
                    statement.setString(parameter, target);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        leftOvers.add(rows.getString(1));
                    }
                }
            }
            drop(connection, leftOvers);
            return false;
        }

        @Override
        public boolean clear(Connection connection) throws SQLException {
            hasTakenEffect(connection);
            return false;
        }
    }

    /**
     * Any other statement.
     *
     * @param statement its text
     */
    record Other(String statement) implements Doubt {

        /** Whether running it again does no harm. */
        boolean repeats() {
            return SqlText.match("(?:vacuum|analyze|cluster|checkpoint|alter\\s+system|discard)\\b", statement)
                    .isPresent();
        }

        /** Whether it builds an index that it does not name. */
        boolean mayHaveLeftAnIndex() {
            return SqlText.match("create\\s+(?:unique\\s+)?index\\s+concurrently\\b", statement)
                    .isPresent();
        }

        @Override
        public boolean hasTakenEffect(Connection connection) {
            return false;
        }
    }

    private static void drop(Connection connection, List<String> indexes) throws SQLException {
        for (String index : indexes) {
            Sql.execute(connection, "drop index concurrently if exists " + index);
        }
    }
}
