package dev.waymark.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at the lock of a history. With the lock goes a second one, shared and never contended, whose key is the
 * time: it shows in {@code pg_locks} since when the lock is held, which PostgreSQL does not tell.
 */
final class LockAttempt {

    /** Seconds since 1970 less 2^31, which fit into the 32 bits of a key until 2106. */
    private static final String TRY = """
            with t as materialized (
                select (extract(epoch from clock_timestamp())::bigint - 2147483648)::integer as since
            )
            select
                case when pg_try_advisory%1$s_lock(?)
                    then pg_try_advisory%1$s_lock_shared(?, since) is not null
                    else false
                end,
                since,
                exists (select from pg_attribute where attrelid = to_regclass(?) and attname = 'lease_until')
            from t""";

    private static final String HOLDER =
            """
            select
                coalesce((
                    select extract(epoch from clock_timestamp())::bigint
                        - (max(s.objid::bigint) + 2147483648) % 4294967296
                    from pg_locks s
                    where s.locktype = 'advisory' and s.pid = a.pid and s.objsubid = 2 and s.classid::bigint = ?
                        and s.database = l.database
                ), 0),
                {holder},
                (
                    select string_agg({blocker}, E'\\n' order by b.pid)
                    from pg_stat_activity b
                    where b.pid = any(pg_blocking_pids(a.pid))
                )
            from pg_locks l
            join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                and l.database = (select oid from pg_database where datname = current_database())
                and (l.classid::bigint << 32 | l.objid::bigint) = ?""".replace("{holder}", OtherSession.describedAlone("a")).replace("{blocker}", OtherSession.described("b"));

    /** A lease that has run out still holds while its statement runs: the server knows that by the statement's mark. */
    private static final String LEASED = """
            select r.id, r.lease_holder, r.state,
                ceil(extract(epoch from r.lease_until - clock_timestamp()))::bigint,
                left(regexp_replace(a.query, '\\s+', ' ', 'g'), 200)
            from %1$s r
            left join pg_stat_activity a
                on a.pid <> pg_backend_pid() and a.state = 'active' and strpos(a.query, '/* waymark ' || r.run || ' */') > 0
            where r.state <> 'applied' and r.run is distinct from ?::uuid and r.lease_until is not null
                and (r.lease_until > clock_timestamp() or a.pid is not null)""";

    private static final String GONE = "It was held a moment ago, by a session that is gone now.";

    private final Connection connection;
    private final HistoryTables tables;
    private final String tryLock;
    private boolean mayBeLeased;
    private @Nullable UUID ownRun;

    LockAttempt(Connection connection, HistoryTables tables, Span span) {
        this.connection = connection;
        this.tables = tables;
        this.tryLock = TRY.formatted(span == Span.SESSION ? "" : "_xact");
    }

    void exceptLeaseOf(UUID run) {
        ownRun = run;
    }

    /** Tries once; returns the key of the second lock, if the lock is held now. */
    OptionalInt make() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(tryLock)) {
            statement.setLong(1, tables.lockKey());
            statement.setInt(2, tables.sinceKey());
            statement.setString(3, tables.revisions());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                mayBeLeased = row.getBoolean(3);
                return row.getBoolean(1) ? OptionalInt.of(row.getInt(2)) : OptionalInt.empty();
            }
        }
    }

    /** Whether a run without a session is at work on a step; to be asked after an attempt. */
    boolean isLeased() throws SQLException {
        if (!mayBeLeased) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(tables.in(LEASED))) {
            statement.setObject(1, ownRun);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Who holds the lock, since when, what it does and what it waits for, as far as the server tells. */
    String holder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, Integer.toUnsignedLong(tables.sinceKey()));
            statement.setLong(2, tables.lockKey());
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return described(row);
                }
            }
        }
        return mayBeLeased ? leaseHolder() : GONE;
    }

    private String leaseHolder() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(tables.in(LEASED))) {
            statement.setObject(1, ownRun);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? describedLease(row) : GONE;
            }
        }
    }

    private static String describedLease(ResultSet row) throws SQLException {
        String running = row.getString(5);
        return "Held by a lease of %s, which is %s '%s' through a pooler; it ends in %d s unless it is renewed.%s"
                .formatted(
                        row.getString(2),
                        row.getString(3),
                        row.getString(1),
                        Math.max(0, row.getLong(4)),
                        running == null ? "" : "\nIts statement: " + running);
    }

    private static String described(ResultSet row) throws SQLException {
        String blockers = row.getString(3);
        return "Held for %d s by %s%s"
                .formatted(row.getLong(1), row.getString(2), blockers == null ? "" : "\nIt waits for " + blockers);
    }

    /** What the lock ends with. */
    enum Span {
        SESSION,
        TRANSACTION
    }
}
