package dev.waymark.neo4j;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;

/**
 * The schema that a graph should have by its history, as it is kept with the applied heads.
 *
 * @param access where
 * @param names the labels
 * @param target the database whose history it is
 */
record Expectation(Access access, HistoryNames names, String target) {

    /** Nothing if there is no history. */
    GraphSchema read() {
        List<Record> rows = access.run(names.in(HistoryCypher.EXPECTED), Map.of("target", target));
        return rows.isEmpty() || rows.get(0).get("schema").isNull()
                ? GraphSchema.of()
                : GraphSchema.fromJson(rows.get(0).get("schema").asString());
    }

    Query write(GraphSchema schema) {
        return new Query(names.in(HistoryCypher.EXPECT), Map.of("target", target, "schema", schema.toJson()));
    }
}
