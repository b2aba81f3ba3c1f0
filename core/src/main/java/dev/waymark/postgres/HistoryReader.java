package dev.waymark.postgres;

import dev.waymark.error.HistoryTableException;
import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.AppliedRevision.State;
import dev.waymark.run.LogEntry;
import dev.waymark.run.StepOrder;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads a history. A history that has no tables yet is empty. */
final class HistoryReader {

    private static final String HEADS = "select id, digest from %3$s";

    private static final String APPLIED = """
            select id, revises, depends_on, message, checksum, digest, state, statements, applied_at, applied_by,
                extract(epoch from took), labels, transactional
            from %1$s order by position""";

    private static final String UP_SQL = "select up_sql from %1$s where id = ?";

    private static final String WAY_BACK = "select down_sql, down_note from %1$s where id = ?";

    private static final String STATEMENTS =
            "select number, state, statement, changed from %4$s where revision = ? order by number";

    private static final String LOGGED_BY_RUN = "select 1 from %2$s where run = ? limit 1";

    private static final String LOGGED_STEP = "select 1 from %2$s where run = ? and revision = ? and event = ?";

    private static final String LOG = """
            select at, event, revision, by_user, from_address, extract(epoch from took), detail, run, waymark
            from %2$s order by position desc limit ?""";

    private final Connection connection;
    private final HistoryTables tables;

    HistoryReader(Connection connection, HistoryTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    Map<RevisionId, String> headDigests() throws SQLException {
        Map<RevisionId, String> digests = new HashMap<>();
        for (Head head : read(HEADS, row -> new Head(new RevisionId(row.getString(1)), row.getString(2)))) {
            digests.put(head.id(), head.digest());
        }
        return digests;
    }

    List<AppliedRevision> applied() throws SQLException {
        return read(APPLIED, HistoryReader::revision);
    }

    Optional<String> upSql(RevisionId id) throws SQLException {
        return read(UP_SQL, row -> Optional.ofNullable(row.getString(1)), id.value()).stream()
                .findFirst()
                .flatMap(sql -> sql);
    }

    /** What was recorded of a revision's way back. */
    RecordedMigration recorded(RevisionId id) throws SQLException {
        return read(
                        WAY_BACK,
                        row -> new RecordedMigration(
                                Optional.ofNullable(row.getArray(1)).map(HistoryReader::texts), row.getString(2)),
                        id.value())
                .stream()
                .findFirst()
                .orElseGet(() -> new RecordedMigration(Optional.empty(), "it is not applied"));
    }

    private static List<String> texts(Array array) {
        try {
            return List.of((String[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements of an unfinished step, in order. */
    List<StatementRecord> statements(RevisionId id) throws SQLException {
        return read(
                STATEMENTS,
                row -> new StatementRecord(
                        row.getInt(1),
                        StatementRecord.State.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getString(3),
                        row.getInt(4)),
                id.value());
    }

    /** Whether a run has done anything. */
    boolean hasLogged(UUID run) throws SQLException {
        return !read(LOGGED_BY_RUN, row -> true, run).isEmpty();
    }

    /** Whether a step is done. */
    boolean hasLogged(StepOrder<?> order) throws SQLException {
        LogEntry.Event event = Working.isUp(order) ? LogEntry.Event.UPGRADE : LogEntry.Event.DOWNGRADE;
        return !read(
                        LOGGED_STEP,
                        row -> true,
                        order.run(),
                        order.step().id().value(),
                        event.name().toLowerCase(Locale.ROOT))
                .isEmpty();
    }

    List<LogEntry> log(int limit) throws SQLException {
        return read(LOG, HistoryReader::entry, limit);
    }

    private <T> List<T> read(String query, RowMapper<T> mapper, Object... binds) throws SQLException {
        if (!connection.getAutoCommit() && !exists()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(tables.in(query))) {
            for (int i = 0; i < binds.length; i++) {
                statement.setObject(i + 1, binds[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(mapped(mapper, rows));
                }
                return values;
            }
        } catch (SQLException e) {
            if (SqlErrors.state(e).equals(SqlErrors.UNDEFINED_TABLE)) {
                return List.of();
            }
            if (SqlErrors.state(e).equals(SqlErrors.UNDEFINED_COLUMN)) {
                throw new HistoryTableException(tables.revisions(), SqlErrors.firstLine(e) + ".");
            }
            throw e;
        }
    }

    /** Looked up only in a transaction, which would not survive the error. */
    private boolean exists() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, tables.revisions());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private <T> T mapped(RowMapper<T> mapper, ResultSet row) throws SQLException {
        try {
            return mapper.map(row);
        } catch (RuntimeException e) {
            throw new HistoryTableException(
                    tables.revisions(), "it, or the log, holds what no Waymark writes: %s.".formatted(e.getMessage()));
        }
    }

    private static AppliedRevision revision(ResultSet row) throws SQLException {
        RevisionInfo info = new RevisionInfo(
                new RevisionId(row.getString(1)),
                ids(row, 2).toList(),
                row.getString(4),
                names(row, 12).map(Label::new).toList(),
                names(row, 3).toList(),
                row.getBoolean(13),
                "");
        return new AppliedRevision(
                info,
                Stream.concat(ids(row, 2), ids(row, 3)).toList(),
                Optional.ofNullable(row.getString(5)),
                row.getString(6),
                State.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                row.getInt(8),
                new AppliedRevision.Execution(
                        row.getObject(9, OffsetDateTime.class).toInstant(), row.getString(10), duration(row, 11)));
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                LogEntry.Event.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(3)).map(RevisionId::new),
                row.getString(4),
                row.getString(5),
                duration(row, 6),
                row.getString(7),
                new LogEntry.Origin(row.getObject(8, UUID.class), row.getString(9)));
    }

    private static Stream<RevisionId> ids(ResultSet row, int column) throws SQLException {
        return names(row, column).map(RevisionId::new);
    }

    private static Stream<String> names(ResultSet row, int column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    private static Duration duration(ResultSet row, int column) throws SQLException {
        return Duration.ofNanos(row.getBigDecimal(column)
                .movePointRight(9)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue());
    }

    private record Head(RevisionId id, String digest) {}
}
