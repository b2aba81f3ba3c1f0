package dev.waymark.neo4j;

/** The batches that make nodes of properties and back, and one node of several. */
final class NodeCypher {

    private NodeCypher() {}

    static Batch propertyToNode(Extraction extraction) {
        Property from = extraction.from();
        Property to = extraction.to();
        return Batch.untilNothingIsLeft("""
                MATCH %1$s WHERE x.%2$s IS NOT NULL
                WITH x LIMIT $size
                SET x.%6$s = true
                WITH x, properties(x).%2$s AS now
                REMOVE x.%6$s, x.%2$s
                WITH x, now, valueType(now) STARTS WITH 'LIST' AS list
                CALL (x) {
                    MATCH (x)-[r:%3$s]->(:%4$s) DELETE r
                }
                FOREACH (value IN CASE WHEN now IS NULL OR list THEN [] ELSE [now] END |
                    MERGE (y:%4$s {%5$s: value}) CREATE (x)-[:%3$s]->(y))
                RETURN count(x) AS rows,
                    head(collect(CASE WHEN list THEN 'node ' + elementId(x) + ' has a list' END)) AS refused""".formatted(
                                from.pattern(),
                                from.quoted(),
                                CypherNames.quoted(extraction.type()),
                                CypherNames.quoted(to.of()),
                                to.quoted(),
                                RenameCypher.TOUCH))
                .unless(BatchCypher.unique(EntityType.NODE, to.of(), to.name()))
                .unless("""
                        MATCH %s-[:%s]->(:%s) WHERE x.%s IS NOT NULL
                        RETURN 'node ' + elementId(x) + ' has both the property and a relationship' AS refused LIMIT 1""".formatted(
                                from.pattern(),
                                CypherNames.quoted(extraction.type()),
                                CypherNames.quoted(to.of()),
                                from.quoted()));
    }

    static Batch nodeToProperty(Extraction extraction) {
        Property from = extraction.from();
        Property to = extraction.to();
        String path = "%s-[r:%s]->(y:%s)"
                .formatted(from.pattern(), CypherNames.quoted(extraction.type()), CypherNames.quoted(to.of()));
        return Batch.untilNothingIsLeft("""
                MATCH %1$s WITH x, r, y LIMIT $size
                SET x.%2$s = y.%3$s
                DELETE r
                WITH collect(DISTINCT y) AS values, count(*) AS rows
                CALL (values) {
                    UNWIND values AS y
                    WITH y WHERE NOT EXISTS { (y)--() } AND keys(y) = [%4$s] AND size(labels(y)) = 1
                    DELETE y
                }
                RETURN rows""".formatted(path, from.quoted(), to.quoted(), CypherNames.literal(to.name())))
                .unless("""
                        MATCH %1$s
                        WITH x, count(r) AS many, any(each IN collect(r) WHERE size(keys(each)) > 0) AS told,
                            any(each IN collect(y) WHERE each.%3$s IS NULL) AS empty
                        WITH x, CASE WHEN many > 1 THEN 'leads to several values'
                            WHEN told THEN 'leads to its value by a relationship with properties'
                            WHEN empty THEN 'leads to a node without a value'
                            WHEN x.%2$s IS NOT NULL THEN 'has both the property and a relationship' END AS why
                        WHERE why IS NOT NULL
                        RETURN 'node ' + elementId(x) + ' ' + why AS refused LIMIT 1""".formatted(path, from.quoted(), to.quoted()));
    }

    /** What was deleted can't be in the way of a uniqueness constraint, so each is deleted before it is made again. */
    static Batch merge(Property key) {
        return Batch.untilNothingIsLeft("""
                MATCH %1$s WHERE x.%2$s IS NOT NULL
                WITH x ORDER BY elementId(x)
                WITH x.%2$s AS key, collect(x) AS same WHERE size(same) > 1
                WITH same LIMIT $size
                FOREACH (each IN same | SET each.%3$s = true)
                FOREACH (each IN same | REMOVE each.%3$s)
                WITH same[0] AS kept, tail(same) AS others, [a IN same WHERE any(b IN same
                    WHERE any(name IN keys(a) WHERE a[name] <> b[name])) | elementId(a)] AS differing
                CALL (kept, others) {
                    UNWIND others AS x
                    MATCH (x)-[r]->(y)
                    WITH kept, r, type(r) AS type, properties(r) AS now,
                        CASE WHEN y IN others THEN kept ELSE y END AS y
                    DELETE r
                    CREATE (kept)-[s:$(type)]->(y)
                    SET s = now
                }
                CALL (kept, others) {
                    UNWIND others AS x
                    MATCH (y)-[r]->(x)
                    WITH kept, r, type(r) AS type, properties(r) AS now, y
                    DELETE r
                    CREATE (y)-[s:$(type)]->(kept)
                    SET s = now
                }
                CALL (kept, others) {
                    UNWIND others AS x
                    WITH kept, x, properties(x) AS now, labels(x) AS more
                    DELETE x
                    SET kept += now
                    SET kept:$(more)
                }
                RETURN count(*) AS rows, head(collect(CASE WHEN size(differing) > 0 THEN
                    'nodes ' + differing[0] + ' and ' + differing[1] + ' differ in a property' END)) AS refused""".formatted(key.pattern(), key.quoted(), RenameCypher.TOUCH));
    }
}
