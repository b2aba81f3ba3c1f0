package dev.waymark.postgres;

/**
 * The statements that write a history. {@code %1$s} is the table of the applied set, {@code %2$s} that of the log,
 * {@code %3$s} that of the applied heads, {@code %4$s} that of the statements of unfinished steps.
 */
final class HistorySql {

    /** Under what circumstances a step may be recorded, given {@code input}. */
    private static final String GUARD = """
            found as materialized (
                select array(
                    select h.id from %3$s as h, input
                    where not (h.id = input.id and h.digest = '' and h.id <> all(heads_before))
                    order by h.id
                ) as heads
            ),
            guard as materialized (
                select
                    heads,
                    heads = heads_before as heads_match,
                    exists (
                        select from pg_locks
                        where locktype = 'advisory' and pid = pg_backend_pid() and granted and objsubid = 1
                            and database = (select oid from pg_database where datname = current_database())
                            and (classid::bigint << 32 | objid::bigint) = lock_key
                    ) as locked,
                    current_setting('waymark.step', true) is not distinct from token as same_transaction
                from input, found
            ),
            permitted as (select from guard where heads_match and locked and same_transaction),
            """;

    private static final String HEADS_LOWERED = """
            lowered as (
                delete from %3$s as h using input, permitted where h.id <> all(heads_after)
            ),
            """;

    /** The revision of the step itself, which may have to wait for those that require it. */
    private static final String OWN_HEAD_RAISED = """
            raised as (
                insert into %3$s (id, digest)
                select id, digest from input, permitted where id = any(heads_after)
                on conflict (id) do update set digest = excluded.digest
            ),
            """;

    private static final String OTHER_HEADS_RAISED = """
            raised as (
                insert into %3$s (id, digest)
                select r.id, r.digest
                from input, permitted, unnest(heads_after) as after(id)
                join %1$s as r using (id)
                where after.id <> all(heads_before)
            ),
            """;

    /** A head without a digest tells every start that there is something to look at. */
    private static final String UNFINISHED_RAISED = """
            raised as (
                insert into %3$s (id, digest)
                select id, '' from input, permitted
                on conflict (id) do update set digest = ''
            ),
            """;

    private static final String VERDICT =
            "select array_to_string(heads, ','), heads_match, locked, same_transaction from guard";

    private static final String STEP_INPUT = """
            with input as (
                select ?::text as id, ?::text[] as heads_before, ?::text[] as heads_after, ?::bigint as lock_key,
                    ?::text as token, ?::float8 as took, ?::uuid as run, ?::text as waymark, ?::text[] as revises,
                    ?::text[] as depends_on, ?::text[] as labels, ?::text as message, ?::boolean as transactional,
                    ?::text as checksum, ?::text as digest, ?::integer as statements, ?::text as up_sql,
                    ?::text[] as down_sql, ?::text as down_note
            ),
            """;

    private static final String LOGGED = """
            logged as (
                insert into %2$s (at, event, revision, by_user, from_address, took, detail, run, waymark)
                select clock_timestamp(), '%9$s', id, session_user, coalesce(host(inet_client_addr()), ''),
                    took * interval '1 second', '', run, waymark
                from input, permitted
            )
            """;

    private static final String ADDED = """
            added as (
                insert into %1$s (id, revises, depends_on, labels, message, transactional, checksum, digest, state,
                    statements, applied_at, applied_by, took, run, up_sql, down_sql, down_note)
                select id, revises, depends_on, labels, message, transactional, checksum, digest, '%9$s',
                    statements, clock_timestamp(), session_user, took * interval '1 second', run, up_sql, down_sql, down_note
                from input, permitted
                on conflict (id) do update set\s""";

    /** A revision that was begun earlier, by this run or by one that has died. */
    private static final String ADDED_FINISHED = ADDED + """
            state = excluded.state, revises = excluded.revises, depends_on = excluded.depends_on,
                    labels = excluded.labels, message = excluded.message, transactional = excluded.transactional,
                    checksum = excluded.checksum, digest = excluded.digest, statements = excluded.statements,
                    applied_at = excluded.applied_at, applied_by = excluded.applied_by, took = excluded.took,
                    run = excluded.run, up_sql = excluded.up_sql, down_sql = excluded.down_sql,
                    down_note = excluded.down_note, lease_until = null, lease_holder = null
            )
            """;

    private static final String ADDED_BEGUN = ADDED + """
            run = excluded.run, applied_by = excluded.applied_by, applied_at = excluded.applied_at,
                    lease_until = null, lease_holder = null
            )
            """;

    /** A revision has gone up. */
    static final String FINISH_UP = STEP_INPUT + GUARD + HEADS_LOWERED + OWN_HEAD_RAISED
            + with(ADDED_FINISHED, "applied") + "," + with(LOGGED, "upgrade") + VERDICT;

    /** A revision has gone down. */
    static final String FINISH_DOWN = STEP_INPUT + GUARD + HEADS_LOWERED + OTHER_HEADS_RAISED
            + "removed as (delete from %1$s as r using input, permitted where r.id = input.id),"
            + with(LOGGED, "downgrade") + VERDICT;

    /** A revision without a transaction begins to go up. */
    static final String BEGIN_UP = STEP_INPUT + GUARD + UNFINISHED_RAISED + with(ADDED_BEGUN, "applying") + VERDICT;

    /** A revision without a transaction begins to go down. */
    static final String BEGIN_DOWN = STEP_INPUT + GUARD + """
            begun as (
                update %1$s as r set state = 'removing', run = input.run, lease_until = null, lease_holder = null,
                    statements = case state when 'removing' then r.statements else 0 end
                from input, permitted where r.id = input.id
            ),
            taken_back as (
                delete from %4$s as s using %1$s as r, input, permitted
                where s.revision = input.id and r.id = input.id and r.state = 'applying'
            ),
            dimmed as (
                update %3$s as h set digest = '' from input, permitted where h.id = input.id
            )
            """ + VERDICT;

    /** How a statement of a revision without a transaction stands; takes effect only if the revision is this run's. */
    static final String MARK = """
            with input as (
                select ?::text as id, ?::uuid as run, ?::integer as number, ?::text as state, ?::text as statement,
                    ?::integer as changed
            ),
            owned as (
                update %1$s as r set
                    statements = case input.state when 'done' then input.number else r.statements end,
                    lease_until = case when r.lease_until is not null then clock_timestamp() + interval '%8$s' end
                from input
                where r.id = input.id and r.run = input.run and r.state <> 'applied'
                returning r.id
            )
            insert into %4$s (revision, number, state, statement, changed, at)
            select id, number, state, statement, changed, clock_timestamp() from input join owned using (id)
            on conflict (revision, number) do update set state = excluded.state, statement = excluded.statement,
                changed = excluded.changed, at = excluded.at""".replace("%8$s", HistoryLock.LEASE.toSeconds() + " s");

    /** A revision without a transaction belongs to a run that has no session to hold a lock with. */
    static final String LEASE = "update %1$s set lease_until = clock_timestamp() + interval '"
            + HistoryLock.LEASE.toSeconds() + " s', lease_holder = ? where id = ? and run = ?";

    /** Holds an unfinished revision, if it still belongs to this run. */
    static final String OWNED = "update %1$s set lease_until = null where id = ? and run = ?";

    /** The statements of an unfinished revision are of no more use. */
    static final String FORGET_STATEMENTS = "delete from %4$s where revision = ?";

    /** What is not known of a statement is taken for not done. */
    static final String FORGET_DOUBT =
            "update %4$s set state = 'failed', at = clock_timestamp() where revision = ? and number = ?";

    /** A revision is put into the applied set, or recorded again, without running it. */
    static final String STAMP = """
            with input as (
                select ?::text as id, ?::text[] as revises, ?::text[] as depends_on, ?::text[] as labels, ?::text as message,
                    ?::boolean as transactional, ?::text as checksum, ?::text as digest, ?::text as event, ?::uuid as run, ?::text as waymark
            ),
            stamped as (
                insert into %1$s as r (id, revises, depends_on, labels, message, transactional, checksum, digest, state,
                    statements, applied_at, applied_by, took, run, down_note)
                select id, revises, depends_on, labels, message, transactional, checksum, digest, 'applied', 0,
                    clock_timestamp(), session_user, interval '0', run, 'the revision was stamped'
                from input
                on conflict (id) do update set revises = excluded.revises, depends_on = excluded.depends_on,
                    labels = excluded.labels, message = excluded.message, transactional = excluded.transactional,
                    lease_until = null, lease_holder = null,
                    up_sql = case r.state when 'applied' then r.up_sql end,
                    down_sql = case r.state when 'applied' then r.down_sql end,
                    down_note = case r.state when 'applied' then r.down_note else excluded.down_note end,
                    checksum = coalesce(excluded.checksum, r.checksum),
                    digest = excluded.digest, state = 'applied'
            )
            insert into %2$s (at, event, revision, by_user, from_address, took, detail, run, waymark)
            select clock_timestamp(), event, id, session_user, coalesce(host(inet_client_addr()), ''),
                interval '0', '', run, waymark
            from input""";

    /** A revision is taken out of the applied set without running it. */
    static final String UNSTAMP = """
            with removed as (delete from %1$s where id = ? returning id)
            insert into %2$s (at, event, revision, by_user, from_address, took, detail, run, waymark)
            select clock_timestamp(), 'unstamp', id, session_user, coalesce(host(inet_client_addr()), ''),
                interval '0', '', ?, ?
            from removed""";

    /** No head is applied, until {@link #SET_HEADS} says which are. */
    static final String CLEAR_HEADS = "delete from %3$s";

    /** These are the applied heads now. */
    static final String SET_HEADS =
            "insert into %3$s (id, digest) select id, case when state = 'applied' then digest else '' end from %1$s"
                    + " where id = any(?::text[])";

    /** A step failed. */
    static final String FAILURE = """
            insert into %2$s (at, event, revision, by_user, from_address, took, detail, run, waymark)
            values (clock_timestamp(), 'failure', ?, session_user, coalesce(host(inet_client_addr()), ''),
                ? * interval '1 second', ?, ?, ?)""";

    private HistorySql() {}

    private static String with(String statement, String word) {
        return statement.replace("%9$s", word);
    }
}
