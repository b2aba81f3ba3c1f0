package dev.waymark.neo4j;

/**
 * The batches that rename. Each locks what it has found by setting a property, and only then reads it, by a function
 * whose answer no plan keeps from before: what another transaction has written meanwhile is not overwritten.
 */
final class RenameCypher {

    /** Beginning as all that is Waymark's does. */
    static final String TOUCH = "`__waymark_touch`";

    private RenameCypher() {}

    static Batch label(String from, String to) {
        String old = CypherNames.quoted(from);
        String now = CypherNames.quoted(to);
        return Batch.untilNothingIsLeft("""
                MATCH (n:%1$s) WITH n LIMIT $size
                SET n.%3$s = true
                WITH n, %4$s IN labels(n) AS still
                REMOVE n.%3$s
                FOREACH (each IN CASE WHEN still THEN [n] ELSE [] END | SET each:%2$s REMOVE each:%1$s)
                RETURN count(n) AS rows""".formatted(old, now, TOUCH, CypherNames.literal(from)))
                .unless("""
                        MATCH (n:%s) WHERE n:%s
                        RETURN 'node ' + elementId(n) + ' has both labels' AS refused LIMIT 1""".formatted(old, now));
    }

    static Batch type(String from, String to) {
        return Batch.untilNothingIsLeft("""
                MATCH ()-[r:%1$s]->() WITH r LIMIT $size
                SET r.%3$s = true
                WITH r, startNode(r) AS a, endNode(r) AS b, properties(r) AS now
                DELETE r
                CREATE (a)-[s:%2$s]->(b)
                SET s = now
                REMOVE s.%3$s
                RETURN count(s) AS rows""".formatted(CypherNames.quoted(from), CypherNames.quoted(to), TOUCH));
    }

    static Batch property(Property property, String to) {
        String now = CypherNames.quoted(to);
        return Batch.untilNothingIsLeft("""
                MATCH %1$s WHERE x.%2$s IS NOT NULL
                WITH x LIMIT $size
                SET x.%4$s = true
                WITH x, properties(x) AS now
                REMOVE x.%4$s, x.%2$s
                SET x.%3$s = coalesce(now.%2$s, now.%3$s)
                RETURN count(x) AS rows""".formatted(property.pattern(), property.quoted(), now, TOUCH))
                .unless("""
                        MATCH %s WHERE x.%s IS NOT NULL AND x.%s IS NOT NULL
                        RETURN '%s ' + elementId(x) + ' has both properties' AS refused LIMIT 1""".formatted(
                                property.pattern(),
                                property.quoted(),
                                now,
                                property.entity().word()));
    }
}
