package dev.waymark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One case of {@code cases.json}: a graph, where a database stands in it, what is asked, and what must come of it. */
record GraphCase(JsonNode json, JsonNode graphJson) {

    static List<GraphCase> all() {
        JsonNode root = root();
        return Stream.of("cases", "extraCases")
                .flatMap(section -> stream(root.get(section)))
                .map(json -> new GraphCase(
                        json, root.get("graphs").get(json.get("graph").textValue())))
                .toList();
    }

    String name() {
        return json.get("name").textValue();
    }

    String command() {
        return json.get("command").textValue();
    }

    /** What Waymark should do, which is what Alembic does unless that is a defect. */
    JsonNode expectation() {
        return json.has("successor") ? json.get("successor") : json.get("expect");
    }

    boolean inAnyTopologicalOrder() {
        return json.has("order") || json.has("successor");
    }

    boolean isUnordered() {
        return json.path("unordered").booleanValue();
    }

    RevisionGraph graph() {
        return RevisionGraph.of(revisions());
    }

    List<RevisionInfo> revisions() {
        return stream(graphJson).map(GraphCase::revision).toList();
    }

    /** The whole set that a database with these rows has applied. */
    Set<RevisionId> applied(RevisionGraph graph) {
        return graph.upTo(ids("current"));
    }

    List<RevisionId> ids(String field) {
        return texts(field).stream().map(RevisionId::new).toList();
    }

    /** A list, or a single text as a list. */
    List<String> texts(String field) {
        return texts(json.path(field));
    }

    String target() {
        return json.get("target").textValue();
    }

    static RevisionInfo revision(JsonNode json) {
        return new RevisionInfo(
                new RevisionId(json.get("id").textValue()),
                texts(json.get("down")).stream().map(RevisionId::new).toList(),
                "",
                texts(json.get("labels")).stream().map(Label::new).toList(),
                texts(json.get("dependsOn")),
                true,
                "");
    }

    static List<String> texts(JsonNode node) {
        return node.isTextual()
                ? List.of(node.textValue())
                : stream(node).map(JsonNode::textValue).toList();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return command() + ": " + name();
    }

    private static JsonNode root() {
        try (InputStream in = RevisionGraph.class.getResourceAsStream("cases.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
