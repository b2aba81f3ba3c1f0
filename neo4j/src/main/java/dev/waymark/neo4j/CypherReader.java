package dev.waymark.neo4j;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** Reads rows of a database. */
@FunctionalInterface
interface CypherReader {

    /**
     * {@return the rows of a statement that changes nothing}
     *
     * @param cypher the statement
     * @param parameters its parameters
     */
    List<Record> read(String cypher, Map<String, Object> parameters);
}
