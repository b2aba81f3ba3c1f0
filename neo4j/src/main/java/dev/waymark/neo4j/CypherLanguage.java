package dev.waymark.neo4j;

import dev.waymark.migration.Migration;
import java.util.regex.Pattern;

/** Which Cypher a statement is written in; see "Cypher query language versions" in Neo4j's operations manual. */
public enum CypherLanguage {
    /** Whatever the database's default is; nothing is put before a statement. */
    OF_THE_DATABASE(""),
    /** Cypher 5, which every supported server knows. */
    CYPHER_5("CYPHER 5 "),
    /** Cypher 25, which servers know from 2025.06 on. */
    CYPHER_25("CYPHER 25 ");

    private static final Pattern SAID = Pattern.compile("\\s*CYPHER\\s", Pattern.CASE_INSENSITIVE);

    private final String prefix;

    CypherLanguage(String prefix) {
        this.prefix = prefix;
    }

    static CypherLanguage of(Migration<CypherContext> migration) {
        return migration instanceof CypherMigration cypher ? cypher.language() : OF_THE_DATABASE;
    }

    /** The statement in this language, unless it says itself which one it is in. */
    String before(String cypher) {
        return SAID.matcher(cypher).lookingAt() ? cypher : prefix + cypher;
    }
}
