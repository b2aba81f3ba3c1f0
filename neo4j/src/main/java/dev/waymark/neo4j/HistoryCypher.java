package dev.waymark.neo4j;

/**
 * The statements that keep a history. They run as Cypher 5 and as Cypher 25. Labels stand in braces, see
 * {@link HistoryNames}. Each that changes the applied set writes to the head first, which locks it, and then does its
 * work only if the applied heads are those that the step was planned for.
 *
 * <p>Those that read a history name all properties of a key, so that its index is used: it does not read more than it
 * needs, and does not read the whole graph where an application has dropped the lookup index of labels.
 *
 * <p>{@code heads} of the head are its applied heads as {@code id=digest}; without a digest if a step is unfinished.
 */
final class HistoryCypher {

    /** What a start needs: which server it is, which database, and its applied heads. */
    static final String HEADS = """
            CALL dbms.components() YIELD name, versions, edition
            WITH versions, edition WHERE name = 'Neo4j Kernel'
            CALL db.info() YIELD name
            WITH versions, edition, coalesce($target, name) AS target
            OPTIONAL MATCH (h:{head} {target: target})
            RETURN versions[0] AS version, edition, target, h.heads AS heads""";

    static final String APPLIED = """
            MATCH (r:{revision} {target: $target}) WHERE r.id IS NOT NULL
            RETURN r ORDER BY r.number""";

    static final String REVISION = "MATCH (r:{revision} {target: $target, id: $id}) RETURN r";

    static final String LOG = """
            MATCH (l:{log} {target: $target}) WHERE l.number > 0
            RETURN l ORDER BY l.number DESC LIMIT $limit""";

    static final String STAGES = """
            MATCH (s:{stage} {target: $target, revision: $id}) WHERE s.number > 0
            RETURN s ORDER BY s.number""";

    /** Makes the head, at which the log is counted too. */
    static final String PREPARE = """
            MERGE (h:{head} {target: $target})
            ON CREATE SET h.heads = [], h.logged = 0""";

    private static final String GUARD = """
            MATCH (h:{head} {target: $target}) SET h.touch = $run
            WITH h, [head IN h.heads | split(head, '=')[0]] AS found
            OPTIONAL MATCH (f:{fence} {target: $target})
            CALL (h, found, f) {
                WITH * WHERE found = $before
            """;

    private static final String LOGGED = """
                CREATE (l:{log} {target: $target, number: h.logged + 1})
                SET l += $origin, l.at = datetime(), l.event = $event, l.revision = $id, l.detail = '',
                    l.took = coalesce($took, timestamp() - f.at), h.logged = h.logged + 1
                WITH h, l
            """;

    private static final String HEADS_SET = """
                SET h.heads = COLLECT {
                    MATCH (x:{revision} {target: $target}) WHERE x.id IN $after
                    RETURN x.id + '=' + CASE x.state WHEN 'applied' THEN coalesce(x.digest, '') ELSE '' END
                    ORDER BY x.id
                }
            }
            RETURN found""";

    /** A revision has gone up. Where its time is not given, it is since the fence was written. */
    static final String FINISH_UP = GUARD + LOGGED + """
                MERGE (r:{revision} {target: $target, id: $id})
                SET r += $revision, r.state = 'applied', r.stages = 0, r.number = h.logged, r.at = l.at, r.by = l.by,
                    r.took = l.took, r.run = $run
                WITH h
            """ + HEADS_SET;

    /** A revision has gone down. */
    static final String FINISH_DOWN = GUARD + LOGGED + """
                OPTIONAL MATCH (r:{revision} {target: $target, id: $id})
                DELETE r
                WITH h
            """ + HEADS_SET;

    /** A revision of several stages begins to go up, or goes on. */
    static final String BEGIN_UP = GUARD + """
                MERGE (r:{revision} {target: $target, id: $id})
                ON CREATE SET r.stages = 0, r.number = h.logged + 1
                SET r += $revision, r.state = 'applying', r.at = datetime(), r.by = $origin.by, r.took = 0, r.run = $run
                WITH h
            """ + HEADS_SET;

    /** A revision of several stages begins to go down, or goes on; its record of going up is of no more use. */
    static final String BEGIN_DOWN = GUARD + """
                MATCH (r:{revision} {target: $target, id: $id})
                CALL (r) {
                    WITH * WHERE r.state <> 'removing'
                    OPTIONAL MATCH (s:{stage} {target: $target, revision: $id})
                    DELETE s
                }
                SET r.stages = CASE r.state WHEN 'removing' THEN r.stages ELSE 0 END, r.state = 'removing', r.run = $run
                WITH h
            """ + HEADS_SET;

    /** A stage of an unfinished revision is done, or has come to a checkpoint. */
    static final String MARK_STAGE = """
            MATCH (r:{revision} {target: $target, id: $id})
            WHERE r.run = $run AND r.state <> 'applied'
            MERGE (s:{stage} {target: $target, revision: $id, number: $number})
            SET s += $stage, r.stages = CASE WHEN s.done THEN $number ELSE r.stages END
            RETURN 1 AS marked""";

    /** The stages of a revision that has finished are of no more use. */
    static final String FORGET_STAGES = "MATCH (s:{stage} {target: $target, revision: $id}) DELETE s";

    /** What a step ran is known only now. */
    static final String AMEND = """
            MATCH (r:{revision} {target: $target, id: $id}) WHERE r.run = $run
            SET r += $revision, r.took = $took""";

    /** Revisions are taken out of the applied set without running them. */
    static final String UNSTAMP = """
            MATCH (h:{head} {target: $target})
            UNWIND range(0, size($removed) - 1) AS i
            CREATE (l:{log} {target: $target, number: h.logged + 1 + i})
            SET l += $origin, l.at = datetime(), l.event = 'unstamp', l.revision = $removed[i], l.detail = '', l.took = 0
            WITH h, i
            OPTIONAL MATCH (r:{revision} {target: $target, id: $removed[i]})
            DELETE r
            WITH h, count(*) AS removed
            SET h.logged = h.logged + removed""";

    /** Revisions are put into the applied set, or recorded again, without running them. */
    static final String STAMP = """
            MATCH (h:{head} {target: $target})
            UNWIND range(0, size($recorded) - 1) AS i
            WITH h, i, $recorded[i] AS given
            CREATE (l:{log} {target: $target, number: h.logged + 1 + i})
            SET l += $origin, l.at = datetime(), l.event = $event, l.revision = given.id, l.detail = '', l.took = 0
            MERGE (r:{revision} {target: $target, id: given.id})
            ON CREATE SET r.number = l.number, r.at = l.at, r.by = l.by, r.took = 0, r.run = $run,
                r.downNote = 'the revision was stamped', r.state = 'applied'
            WITH h, r, given, r.checksum AS checksum, r.state = 'applied' AS whole
            SET r += given, r.checksum = coalesce(given.checksum, checksum), r.state = 'applied', r.stages = 0,
                r.up = CASE WHEN whole THEN r.up END, r.down = CASE WHEN whole THEN r.down END,
                r.downKinds = CASE WHEN whole THEN r.downKinds END,
                r.downNote = CASE WHEN whole THEN r.downNote ELSE 'the revision was stamped' END
            WITH h, count(*) AS recorded
            SET h.logged = h.logged + recorded""";

    /** The stages of revisions that are stamped are of no more use. */
    static final String FORGET_STAGES_OF =
            "MATCH (s:{stage} {target: $target}) WHERE s.revision IN $removed OR s.revision IN $ids DELETE s";

    /** These are the applied heads now, if they were those that the change was made for. */
    static final String SET_HEADS = GUARD + HEADS_SET;

    static final String EXPECTED = "MATCH (h:{head} {target: $target}) RETURN h.schema AS schema";

    /** The schema that the graph should have from now on. */
    static final String EXPECT = "MATCH (h:{head} {target: $target}) SET h.schema = $schema";

    /** A step failed. */
    static final String FAILURE = """
            MATCH (h:{head} {target: $target}) SET h.logged = h.logged + 1
            CREATE (l:{log} {target: $target, number: h.logged})
            SET l += $origin, l.at = datetime(), l.event = 'failure', l.revision = $id, l.detail = $detail, l.took = $took""";

    /** Whether a run has recorded a change of a revision; waits for whatever transaction may still be about to. */
    static final String HAS_LOGGED = """
            MERGE (f:{fence} {target: $target}) SET f.touch = $run
            WITH f
            OPTIONAL MATCH (l:{log} {target: $target, run: $run, event: $event, revision: $id})
            RETURN count(l) > 0 AS logged""";

    /** Whether a run has recorded a change of a revision. */
    static final String IS_LOGGED = """
            OPTIONAL MATCH (l:{log} {target: $target, run: $run, event: $event, revision: $id})
            RETURN count(l) > 0 AS logged""";

    static final String FOUND = """
            MATCH (h:{head} {target: $target})
            RETURN [head IN h.heads | split(head, '=')[0]] AS found""";

    // the journal of a history that is in another database

    static final String MARK_BESIDE_DATA = """
            MERGE (s:{stage} {target: $target, revision: $id, number: $number})
            SET s += $stage""";

    static final String CLOSE_JOURNAL = """
            MERGE (j:{journal} {target: $target})
            SET j = $entry""";

    static final String IS_IN_JOURNAL = """
            MERGE (f:{fence} {target: $target}) SET f.touch = $run
            WITH f
            OPTIONAL MATCH (j:{journal} {target: $target, id: $id, run: $run, closed: true})
            RETURN count(j) > 0 AS closed""";

    static final String CLOSED_JOURNAL = "MATCH (j:{journal} {target: $target, closed: true}) RETURN j";

    static final String END_JOURNAL =
            "MATCH (j:{journal} {target: $target, run: $run, id: $id, closed: true}) DELETE j";

    private HistoryCypher() {}
}
