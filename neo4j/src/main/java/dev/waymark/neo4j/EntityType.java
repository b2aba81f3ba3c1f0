package dev.waymark.neo4j;

import java.util.List;
import java.util.Locale;

/** What a constraint or an index is about. */
public enum EntityType {
    /** Nodes that have a label. */
    NODE("n"),
    /** Relationships of a type. */
    RELATIONSHIP("r");

    private final String variable;

    EntityType(String variable) {
        this.variable = variable;
    }

    /** {@return how messages and JSON call it} */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String variable() {
        return variable;
    }

    /** {@return the pattern of MATCH, each relationship once} */
    String patternFrom(String labelOrType) {
        String inner = variable + ":" + CypherNames.quoted(labelOrType);
        return this == NODE ? "(" + inner + ")" : "()-[" + inner + "]->()";
    }

    /** {@return the pattern of FOR} An empty list stands for all of them. */
    String pattern(List<String> labelsOrTypes) {
        String labels = labelsOrTypes.isEmpty() ? "" : ":" + CypherNames.alternatives(labelsOrTypes);
        String inner = variable + labels;
        return this == NODE ? "(" + inner + ")" : "()-[" + inner + "]-()";
    }
}
