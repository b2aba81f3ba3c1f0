package dev.waymark.postgres;

/** How messages describe another session of the server, such as one that holds a lock. */
final class OtherSession {

    private static final String DESCRIPTION = """
            case
                when {s}.pid is null then 'a prepared transaction'
                else concat(
                    'pid ', {s}.pid, ', ''',
                    coalesce(nullif({s}.application_name, ''), nullif({s}.backend_type, 'client backend'), 'unnamed'), '''',
                    case
                        when {s}.query = '<insufficient privilege>'
                            then ' of user ' || {s}.usename || ', whose statement this user may not see'
                        else concat(
                            ' from ' || case {s}.client_port when -1 then 'a local socket' else host({s}.client_addr) end,
                            ', ', coalesce({s}.state, 'working'), ' for ',
                            extract(epoch from clock_timestamp() - coalesce({s}.state_change, {s}.backend_start))::bigint,
                            ' s',
                            {waits}
                            ': ' || nullif(left(btrim(regexp_replace({s}.query, '\\s+', ' ', 'g')), 200), ''))
                    end)
            end""";

    private static final String WAITS = """
            ', waits for pid ' || case {s}.wait_event_type
                when 'Lock' then nullif(array_to_string(pg_blocking_pids({s}.pid), ', '), '') end,
            """;

    private OtherSession() {}

    /**
     * An SQL expression that describes a session, as in {@code pid 42, 'psql' from 10.0.0.3, idle in transaction for 40
     * s: select 1}. Of the session's statement it has one line of 200 characters.
     *
     * @param alias what a row of {@code pg_stat_activity} is called; where its {@code pid} is null, as 0 of
     *     {@code pg_blocking_pids} leaves it, that stands for a prepared transaction
     */
    static String described(String alias) {
        return DESCRIPTION.replace("{waits}", WAITS).replace("{s}", alias);
    }

    /** The same without the sessions that it waits for, for where they are described too. */
    static String describedAlone(String alias) {
        return DESCRIPTION.replace("{waits}", "").replace("{s}", alias);
    }
}
