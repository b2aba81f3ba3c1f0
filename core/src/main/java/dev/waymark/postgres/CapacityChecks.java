package dev.waymark.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What a server may run out of. */
final class CapacityChecks {

    /**
     * The type of other users' sessions is null to a user without pg_read_all_stats; PostgreSQL 16 has a second
     * reserve.
     */
    private static final String CONNECTIONS = """
            select current_setting('max_connections')::integer,
                current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer
                    - coalesce(current_setting('reserved_connections', true), '0')::integer - count(*)
            from pg_stat_activity
            where datid is not null and usesysid is not null
                and coalesce(backend_type, 'client backend') = 'client backend'""";

    private static final String DISK = "select pg_size_pretty(pg_database_size(current_database()))";

    private CapacityChecks() {}

    static List<ServerCheck> of(Preflight.Limits limits) {
        return List.of(
                ServerCheck.of("connections", CONNECTIONS, row -> connections(row, limits.connections())),
                ServerCheck.of("disk", DISK, CapacityChecks::disk));
    }

    private static Judgement connections(ResultSet row, int enough) throws SQLException {
        row.next();
        int free = Math.max(0, row.getInt(2));
        String finding = "%d of %d are free".formatted(free, row.getInt(1));
        return free >= enough
                ? Judgement.ok(finding)
                : Judgement.warning(finding, "close some, make pools smaller, or raise max_connections");
    }

    private static Judgement disk(ResultSet row) throws SQLException {
        row.next();
        return Judgement.unknown(
                "the database takes %s; PostgreSQL does not tell how much is free".formatted(row.getString(1)),
                "see to it that there is room for the tables and indexes that the steps write");
    }
}
