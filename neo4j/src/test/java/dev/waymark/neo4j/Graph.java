package dev.waymark.neo4j;

import java.util.List;

/**
 * What a test sees of a graph and of its history, as texts.
 *
 * @param server where it is
 */
record Graph(GraphServer server) {

    /** The first column of a statement's rows. */
    List<String> texts(String cypher) {
        return server.run(cypher).stream().map(row -> row.get(0).asString()).toList();
    }

    long number(String cypher) {
        return server.run(cypher).get(0).get(0).asLong();
    }

    long count(String label) {
        return number("MATCH (n:%s) RETURN count(n)".formatted(CypherNames.quoted(label)));
    }

    /** As in {@code 001 applied}. */
    List<String> applied() {
        return texts("MATCH (r:__waymark_revision) RETURN r.id + ' ' + r.state ORDER BY r.number");
    }

    List<String> heads() {
        return texts("MATCH (h:__waymark_head) UNWIND h.heads AS head RETURN split(head, '=')[0]");
    }

    /** As in {@code upgrade 001}, oldest first. */
    List<String> log() {
        return texts("MATCH (l:__waymark_log) RETURN l.event + ' ' + l.revision ORDER BY l.number");
    }

    /** As in {@code 002 1 DATA done}. */
    List<String> stages() {
        return texts("MATCH (s:__waymark_stage) RETURN s.revision + ' ' + s.number + ' ' + s.kind"
                + " + CASE WHEN s.done THEN ' done' ELSE '' END ORDER BY s.revision, s.number");
    }

    /** What was recorded of a revision, under a name. */
    String recorded(String id, String property) {
        return texts("MATCH (r:__waymark_revision {id: '%s'}) RETURN r.%s".formatted(id, property))
                .get(0);
    }

    /** The names of the indexes and constraints, those of histories and the server's own left out. */
    List<String> schema() {
        return server.live().schema().elements().stream()
                .map(SchemaElement::name)
                .toList();
    }

    List<String> markers() {
        return texts("SHOW INDEXES YIELD name WHERE name STARTS WITH '__waymark_marker' RETURN name");
    }
}
