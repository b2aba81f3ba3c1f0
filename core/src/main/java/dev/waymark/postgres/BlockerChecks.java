package dev.waymark.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who holds locks on tables of this database for so long that a step would have to wait. */
final class BlockerChecks {

    /**
     * The state of other users' sessions is null to a user without pg_read_all_stats; their locks are not. A vacuum
     * started by the server gives way to DDL, unless it prevents wraparound.
     */
    private static final String SESSIONS = """
            select a.pid, coalesce(a.usename, 'the server'), coalesce(nullif(a.application_name, ''), 'unnamed'), a.state,
                extract(epoch from clock_timestamp() - a.xact_start)::bigint, l.tables, a.backend_type is null
            from pg_stat_activity a
            join (
                select l.pid, array_agg(distinct c.oid::regclass::text) as tables
                from pg_locks l
                join pg_class c on c.oid = l.relation and c.relkind in ('r', 'p', 'm', 'v')
                where l.locktype = 'relation' and l.granted and l.relation >= 16384 and l.pid <> pg_backend_pid()
                    and l.database = (select d.oid from pg_database d where d.datname = current_database())
                group by l.pid
            ) l using (pid)
            where a.backend_type is null and a.usesysid is not null
                or a.backend_type = 'autovacuum worker' and a.query like '%(to prevent wraparound)%'
                or a.backend_type not in ('autovacuum worker', 'parallel worker') and (
                    a.xact_start < clock_timestamp() - interval '{transaction} ms'
                    or a.state like 'idle in transaction%'
                        and a.state_change < clock_timestamp() - interval '{idle} ms')
            order by a.xact_start, a.pid""";

    private static final String PREPARED = """
            select gid, owner, extract(epoch from clock_timestamp() - prepared)::bigint
            from pg_prepared_xacts
            where database = current_database() and prepared < clock_timestamp() - interval '{transaction} ms'
            order by prepared""";

    private static final int MOST = 5;

    private BlockerChecks() {}

    static List<ServerCheck> of(Preflight.Limits limits) {
        return List.of(
                ServerCheck.of("blocking sessions", limited(SESSIONS, limits), BlockerChecks::sessions),
                ServerCheck.of("prepared transactions", limited(PREPARED, limits), BlockerChecks::prepared));
    }

    private static String limited(String query, Preflight.Limits limits) {
        return query.replace("{transaction}", Long.toString(limits.transaction().toMillis()))
                .replace("{idle}", Long.toString(limits.idle().toMillis()));
    }

    private static Judgement sessions(ResultSet rows) throws SQLException {
        List<String> seen = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        int hidden = 0;
        while (rows.next()) {
            if (rows.getBoolean(7)) {
                hidden++;
            } else {
                seen.add(session(rows));
                ends.add("pg_terminate_backend(%d)".formatted(rows.getInt(1)));
            }
        }
        if (!seen.isEmpty()) {
            return Judgement.warning(listed(seen), "let them finish, or end them: select " + listed(ends));
        }
        return hidden == 0
                ? Judgement.ok("none holds a lock on a table for long")
                : Judgement.unknown(
                        "%d of other users hold locks on tables, and the user may not see for how long"
                                .formatted(hidden),
                        "grant the user pg_read_all_stats");
    }

    private static String session(ResultSet row) throws SQLException {
        List<String> tables = List.of((String[]) row.getArray(6).getArray());
        return "pid %d (%s, '%s', %s, transaction begun %d s ago) holds locks on %s"
                .formatted(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        listed(tables));
    }

    private static Judgement prepared(ResultSet rows) throws SQLException {
        List<String> found = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        while (rows.next()) {
            String id = "'" + rows.getString(1).replace("'", "''") + "'";
            found.add("%s of %s, prepared %d s ago".formatted(id, rows.getString(2), rows.getLong(3)));
            ends.add("rollback prepared " + id);
        }
        return found.isEmpty()
                ? Judgement.ok("none is left behind")
                : Judgement.warning(
                        listed(found),
                        "find out what they are, and end them, by commit prepared or else: " + listed(ends));
    }

    private static String listed(List<String> all) {
        String first = all.stream().limit(MOST).collect(Collectors.joining(", "));
        return all.size() <= MOST ? first : "%s and %d more".formatted(first, all.size() - MOST);
    }
}
