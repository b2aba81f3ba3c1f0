package dev.waymark.postgres;

import dev.waymark.session.StatementReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGStatement;

/** What another session sees of a server process that runs a statement. */
final class BackendReport {

    private static final String PROGRESS = """
            with progress (pid, phase, done, total, partitions_done, partitions_total) as (
                select pid, phase,
                    case when phase !~ '^waiting' then case when blocks_total > 0 then blocks_done else tuples_done end end,
                    case when blocks_total > 0 then blocks_total else tuples_total end,
                    partitions_done, partitions_total
                from pg_stat_progress_create_index
                union all
                select pid, phase,
                    case phase when 'scanning heap' then heap_blks_scanned when 'vacuuming heap' then heap_blks_vacuumed end,
                    heap_blks_total, 0, 0
                from pg_stat_progress_vacuum
                union all
                select pid, phase, case phase when 'seq scanning heap' then heap_blks_scanned end, heap_blks_total, 0, 0
                from pg_stat_progress_cluster
                union all
                select pid, phase, case when phase ~ 'sample rows$' then sample_blks_scanned end, sample_blks_total,
                    child_tables_done, child_tables_total
                from pg_stat_progress_analyze""";

    private static final String COPY_PROGRESS = """

                union all
                select pid, tuples_processed || ' rows copied', bytes_processed, bytes_total, 0, 0
                from pg_stat_progress_copy""";

    private static final int FIRST_WITH_COPY_PROGRESS = 14;

    /** The first of several blockers is the one that waits for nobody and is in its transaction for the longest. */
    private static final String ACTIVITY = """
            )
            select
                concat_ws(', ', p.phase, 100 * p.done / nullif(p.total, 0) || ' %',
                    case when p.partitions_total > 0
                        then concat(p.partitions_done, ' of ', p.partitions_total, ' partitions done') end,
                    'waits on ' || nullif(a.wait_event_type, 'Lock') || ' ' || a.wait_event) as progress,
                b.description
            from pg_stat_activity as a
            left join progress as p using (pid)
            left join lateral (
                select
                    {described} || case count(*) over () when 1 then ''
                        else concat(' (and ', count(*) over () - 1, ' more)') end as description
                from (
                    select distinct unnest(pg_blocking_pids(a.pid)) as pid where a.wait_event_type = 'Lock'
                ) as blocking
                left join pg_stat_activity as s using (pid)
                where blocking.pid = 0 or s.pid is not null
                order by s.wait_event_type is not distinct from 'Lock', s.xact_start
                limit 1
            ) as b on true
            where {condition} and a.state not like 'idle%'""".replace("{described}", OtherSession.described("s"));

    private BackendReport() {}

    /** Reads it; empty if the process runs no statement, or is not found. */
    static Optional<StatementReport> read(Connection connection, WatchedBackend backend) throws SQLException {
        boolean copy = connection.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_COPY_PROGRESS;
        String sql = PROGRESS + (copy ? COPY_PROGRESS : "") + ACTIVITY.replace("{condition}", backend.condition());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            keepOffTheServer(statement);
            statement.setObject(1, backend.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new StatementReport(text(row, 1), text(row, 2))) : Optional.empty();
            }
        }
    }

    /** A statement that is prepared on the server is not found again behind a pooler. */
    private static void keepOffTheServer(PreparedStatement statement) throws SQLException {
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isEmpty());
    }
}
