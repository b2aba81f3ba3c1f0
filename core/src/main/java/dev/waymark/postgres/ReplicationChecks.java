package dev.waymark.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether a server that replicates can take a run: commits may wait for standbys, and standbys may fall behind. */
final class ReplicationChecks {

    private static final String SYNCHRONOUS = """
            select current_setting('synchronous_standby_names'), current_setting('synchronous_commit'),
                coalesce(substring(current_setting('synchronous_standby_names')
                    from '(?i)^[[:space:]]*(?:first|any)?[[:space:]]*([0-9]+)[[:space:]]*[(]')::integer, 1),
                count(*) filter (where sync_state in ('sync', 'quorum')), coalesce(bool_or(state is null), false)
            from pg_stat_replication""";

    /** How far the log is written; the other function fails on a server that is in recovery. */
    private static final String WRITTEN =
            "case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end";

    private static final String LAG = """
            select coalesce(nullif(application_name, ''), 'unnamed'), pg_size_pretty(bytes),
                coalesce(extract(epoch from replay_lag), 0)::bigint, bytes > {behind} or replay_lag > interval '{lag} ms',
                state is null
            from (
                select *, pg_wal_lsn_diff({written}, coalesce(replay_lsn, flush_lsn, write_lsn, sent_lsn)) as bytes
                from pg_stat_replication
            ) as r
            where state is null or state in ('catchup', 'streaming')
            order by bytes desc nulls last""";

    private static final String SLOTS = """
            select slot_name, active, pg_size_pretty(pg_wal_lsn_diff({written}, restart_lsn))
            from pg_replication_slots
            where pg_wal_lsn_diff({written}, restart_lsn) > {held}
            order by restart_lsn""";

    private ReplicationChecks() {}

    static List<ServerCheck> of(Preflight.Limits limits) {
        return List.of(
                ServerCheck.of("synchronous standbys", SYNCHRONOUS, ReplicationChecks::synchronous),
                ServerCheck.of("replication lag", limited(LAG, limits), ReplicationChecks::lag),
                ServerCheck.of("replication slots", limited(SLOTS, limits), ReplicationChecks::slots));
    }

    private static String limited(String query, Preflight.Limits limits) {
        return query.replace("{written}", WRITTEN)
                .replace("{lag}", Long.toString(limits.lag().toMillis()))
                .replace("{behind}", Long.toString(limits.behind()))
                .replace("{held}", Long.toString(limits.held()));
    }

    private static Judgement synchronous(ResultSet row) throws SQLException {
        row.next();
        String level = row.getString(2);
        int wanted = row.getInt(3);
        int there = row.getInt(4);
        if (row.getString(1).isBlank() || level.equals("off") || level.equals("local")) {
            return Judgement.ok("commits wait for none");
        }
        if (there >= wanted) {
            return Judgement.ok("commits wait for %d, and %d are connected".formatted(wanted, there));
        }
        return row.getBoolean(5)
                ? Judgement.unknown(
                        "commits wait for %d, and the user may not see how many are connected".formatted(wanted),
                        "grant the user pg_read_all_stats")
                : Judgement.blocked(
                        "commits wait for %d, and %d are connected: the first commit would hang"
                                .formatted(wanted, there),
                        "start the standby, or take it out of synchronous_standby_names");
    }

    private static Judgement lag(ResultSet rows) throws SQLException {
        List<String> late = new ArrayList<>();
        int all = 0;
        int hidden = 0;
        while (rows.next()) {
            all++;
            hidden += rows.getBoolean(5) ? 1 : 0;
            if (rows.getBoolean(4)) {
                late.add("'%s' is %s and %d s behind".formatted(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        if (!late.isEmpty()) {
            return Judgement.warning(
                    String.join(", ", late), "let it catch up: what the steps write comes on top of that");
        }
        return hidden == 0
                ? Judgement.ok(all == 0 ? "no standby is connected" : "%d connected, none far behind".formatted(all))
                : Judgement.unknown(
                        "%d connected, and the user may not see how far behind".formatted(hidden),
                        "grant the user pg_read_all_stats");
    }

    private static Judgement slots(ResultSet rows) throws SQLException {
        List<String> holding = new ArrayList<>();
        while (rows.next()) {
            holding.add("'%s', which %s, holds back %s of the log"
                    .formatted(rows.getString(1), rows.getBoolean(2) ? "is in use" : "nobody uses", rows.getString(3)));
        }
        return holding.isEmpty()
                ? Judgement.ok("none holds back much of the log")
                : Judgement.warning(
                        String.join(", ", holding),
                        "let its reader catch up, or drop a slot that nobody needs: the log fills the disk");
    }
}
