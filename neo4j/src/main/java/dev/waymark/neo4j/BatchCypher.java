package dev.waymark.neo4j;

/** The checks that come before a batch. */
final class BatchCypher {

    private BatchCypher() {}

    /** Refuses where no uniqueness or key constraint stands on one property. */
    static String unique(EntityType entity, String labelOrType, String property) {
        return """
                SHOW CONSTRAINTS YIELD type, entityType, labelsOrTypes, properties
                WHERE entityType = '%s' AND labelsOrTypes = [%s] AND properties = [%s]
                    AND (type CONTAINS 'UNIQUENESS' OR type CONTAINS 'KEY')
                RETURN CASE count(*) WHEN 0 THEN %s END AS refused""".formatted(
                        entity.name(),
                        CypherNames.literal(labelOrType),
                        CypherNames.literal(property),
                        CypherNames.literal(
                                "no uniqueness or key constraint stands on %s of %s".formatted(property, labelOrType)));
    }

    /** Refuses keys that don't follow each other in one order. */
    static String ordered(String pattern, String keyed) {
        return """
                MATCH %1$s
                WITH DISTINCT valueType(%2$s) AS type
                WITH collect(CASE
                    WHEN type IN ['INTEGER NOT NULL', 'FLOAT NOT NULL'] THEN 'a number'
                    WHEN type IN ['STRING NOT NULL', 'DATE NOT NULL', 'LOCAL DATETIME NOT NULL'] THEN type
                    ELSE 'none that has an order (' + type + ')' END) AS found
                UNWIND found AS each WITH collect(DISTINCT each) AS kinds
                WHERE size(kinds) > 1 OR any(kind IN kinds WHERE kind STARTS WITH 'none')
                RETURN 'keys are of several kinds, or without an order: '
                    + reduce(all = '', kind IN kinds | all + CASE all WHEN '' THEN '' ELSE ', ' END + kind) AS refused""".formatted(pattern, keyed);
    }
}
