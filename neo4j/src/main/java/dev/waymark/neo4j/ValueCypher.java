package dev.waymark.neo4j;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The batches that change the values of a property where it is; see {@link RenameCypher} for how they lock. */
final class ValueCypher {

    private ValueCypher() {}

    static Batch addUuids(Property property) {
        return Batch.untilNothingIsLeft("""
                MATCH %1$s WHERE x.%2$s IS NULL
                WITH x LIMIT $size
                SET x.%3$s = true
                WITH x, properties(x).%2$s AS now
                REMOVE x.%3$s
                SET x.%2$s = coalesce(now, randomUUID())
                RETURN count(x) AS rows""".formatted(property.pattern(), property.quoted(), RenameCypher.TOUCH));
    }

    static Batch remove(Property property) {
        return Batch.untilNothingIsLeft("""
                MATCH %1$s WHERE x.%2$s IS NOT NULL
                WITH x LIMIT $size
                REMOVE x.%2$s
                RETURN count(x) AS rows""".formatted(property.pattern(), property.quoted()));
    }

    static Batch convert(Property property, ValueType type) {
        String back = Arrays.stream(ValueType.values())
                .map(each -> "WHEN now IS :: %s THEN %s".formatted(each.cypher(), each.of("made")))
                .collect(Collectors.joining(" "));
        return Batch.untilNothingIsLeft("""
                MATCH %1$s WHERE NOT x.%2$s IS :: %4$s
                WITH x LIMIT $size
                SET x.%3$s = true
                WITH x, properties(x).%2$s AS now
                REMOVE x.%3$s
                WITH x, now, %5$s AS made
                WITH x, now, made, CASE %6$s END AS back
                SET x.%2$s = made
                RETURN count(x) AS rows, head(collect(
                    CASE WHEN now IS NOT NULL AND NOT coalesce(back = now, false) THEN
                        '%7$s ' + elementId(x) + ' has ' + coalesce(toStringOrNull(now), 'a ' + valueType(now))
                        + ', which %4$s does not have'
                    END)) AS refused""".formatted(
                        property.pattern(),
                        property.quoted(),
                        RenameCypher.TOUCH,
                        type.cypher(),
                        type.of("now"),
                        back,
                        property.entity().word()));
    }
}
