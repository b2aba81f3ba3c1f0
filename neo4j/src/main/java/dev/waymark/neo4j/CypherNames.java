package dev.waymark.neo4j;

import java.util.Collection;
import java.util.stream.Collectors;

/** Identifiers and literals as they stand in Cypher; nothing else writes them. */
final class CypherNames {

    private CypherNames() {}

    /**
     * A name in back-ticks, whatever is in it. A back-tick is doubled. A backslash is written as a Unicode escape,
     * since the server replaces those before it parses: left as it is, a name that holds the six characters of the
     * escape of a back-tick would end its own quotation (seen on 5.26).
     */
    static String quoted(String name) {
        return '`' + name.replace("\\", "\\u005C").replace("`", "``") + '`';
    }

    /** Labels or types of a pattern, as in {@code `A`|`B`}. */
    static String alternatives(Collection<String> names) {
        return names.stream().map(CypherNames::quoted).collect(Collectors.joining("|"));
    }

    /** Properties of a variable, as in {@code n.`a`, n.`b`}. */
    static String properties(String variable, Collection<String> names) {
        return names.stream().map(name -> variable + '.' + quoted(name)).collect(Collectors.joining(", "));
    }

    /** A literal string. */
    static String literal(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }
}
