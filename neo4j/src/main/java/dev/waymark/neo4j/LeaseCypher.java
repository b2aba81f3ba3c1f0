package dev.waymark.neo4j;

/**
 * The statements of the lock. Each writes before it reads: under read committed, two that read first could both find
 * the lock free. Times are of the server's clock, in milliseconds.
 */
final class LeaseCypher {

    /** Takes the lock if it is free, or was not renewed in time; answers nothing if somebody holds it. */
    static final String TAKE = """
            MERGE (l:{lock} {target: $target}) SET l.touch = $owner
            WITH l WHERE l.owner IS NULL OR l.expires < timestamp()
            SET l.owner = $owner, l.host = $host, l.pid = $pid, l.since = timestamp(),
                l.expires = timestamp() + $lease, l.token = coalesce(l.token, 0) + 1, l.step = ''
            RETURN l.token AS token""";

    static final String HOLDER = """
            MATCH (l:{lock} {target: $target}) WHERE l.owner IS NOT NULL
            RETURN l.host AS host, l.pid AS pid, (timestamp() - l.since) / 1000 AS seconds,
                (l.expires - timestamp()) / 1000 AS left, l.step AS step""";

    /** Holds the lock for longer; answers nothing if it is somebody else's now. */
    static final String RENEW = """
            MATCH (l:{lock} {target: $target}) SET l.touch = $owner
            WITH l WHERE l.owner = $owner AND l.token = $token
            SET l.expires = timestamp() + $lease, l.step = $step
            RETURN l.token AS token""";

    static final String RELEASE = """
            MATCH (l:{lock} {target: $target}) SET l.touch = $owner
            WITH l WHERE l.owner = $owner AND l.token = $token
            REMOVE l.owner, l.host, l.pid, l.since, l.step SET l.expires = 0""";

    /** Shuts everybody with a lower token out; waits for a transaction that one of them has open. */
    static final String RAISE_FENCE = """
            MERGE (f:{fence} {target: $target}) SET f.touch = $owner
            WITH f WHERE coalesce(f.token, 0) < $token SET f.token = $token
            RETURN f.token AS token""";

    /** Comes first in each transaction that writes; answers nothing if somebody else has taken over. */
    static final String PASS_FENCE = """
            MERGE (f:{fence} {target: $target}) SET f.touch = $owner, f.at = timestamp()
            WITH f WHERE f.token = $token
            RETURN f.token AS token""";

    /** For a transaction that may not write, since it changes the schema. */
    static final String LOOK_AT_FENCE = """
            MATCH (f:{fence} {target: $target}) WHERE f.token = $token
            RETURN f.token AS token""";

    private LeaseCypher() {}
}
