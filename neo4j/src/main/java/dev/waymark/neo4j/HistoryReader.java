package dev.waymark.neo4j;

import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.LogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Reads a history.
 *
 * @param access the database of the history
 * @param data the database whose history it is; the same one if it is there
 * @param names the labels
 */
record HistoryReader(Access access, Access data, HistoryNames names) {

    /** One statement, which needs no history to be there. */
    Heads heads() {
        Map<String, Object> target = new HashMap<>();
        target.put("target", access == data ? null : target());
        Record row = access.run(names.in(HistoryCypher.HEADS), target).get(0);
        Map<RevisionId, String> digests = new HashMap<>();
        boolean kept = !row.get("heads").isNull();
        if (kept) {
            for (String head : row.get("heads").asList(Value::asString)) {
                int end = head.indexOf('=');
                digests.put(new RevisionId(head.substring(0, end)), head.substring(end + 1));
            }
        }
        return new Heads(
                row.get("version").asString(),
                row.get("edition").asString(),
                row.get("target").asString(),
                kept,
                digests);
    }

    /** The name of the database whose history it is, which the database of the history can't tell. */
    private String target() {
        return data.run("CALL db.info() YIELD name RETURN name", Map.of())
                .get(0)
                .get("name")
                .asString();
    }

    List<AppliedRevision> applied(String target) {
        return access.run(names.in(HistoryCypher.APPLIED), Map.of("target", target)).stream()
                .map(row -> revision(row.get("r")))
                .toList();
    }

    /** The properties of a revision; empty if the history has none of that id. */
    Optional<Value> revision(String target, RevisionId id) {
        return access.run(names.in(HistoryCypher.REVISION), Map.of("target", target, "id", id.value())).stream()
                .map(row -> row.get("r"))
                .findFirst();
    }

    List<StageRecord> stages(String target, RevisionId id) {
        return data.run(names.in(HistoryCypher.STAGES), Map.of("target", target, "id", id.value())).stream()
                .map(row -> StageRecord.of(row.get("s")))
                .toList();
    }

    List<LogEntry> log(String target, int limit) {
        return access.run(names.in(HistoryCypher.LOG), Map.of("target", target, "limit", limit)).stream()
                .map(row -> entry(row.get("l")))
                .toList();
    }

    private static AppliedRevision revision(Value node) {
        RevisionId id = new RevisionId(node.get("id").asString());
        List<RevisionId> revises = ids(node.get("revises"));
        List<RevisionId> dependencies = ids(node.get("dependsOn"));
        List<RevisionId> requires = new ArrayList<>(revises);
        requires.addAll(dependencies);
        return new AppliedRevision(
                new RevisionInfo(
                        id,
                        revises,
                        node.get("message").asString(),
                        node.get("labels").asList(label -> new Label(label.asString())),
                        dependencies.stream().map(RevisionId::value).toList(),
                        node.get("transactional").asBoolean(),
                        ""),
                requires,
                Optional.ofNullable(node.get("checksum").asString(null)),
                node.get("digest").asString(""),
                AppliedRevision.State.valueOf(node.get("state").asString().toUpperCase(Locale.ROOT)),
                node.get("stages").asInt(0),
                new AppliedRevision.Execution(
                        node.get("at").asZonedDateTime().toInstant(),
                        node.get("by").asString(""),
                        Duration.ofMillis(node.get("took").asLong(0))));
    }

    private static LogEntry entry(Value node) {
        return new LogEntry(
                node.get("at").asZonedDateTime().toInstant(),
                LogEntry.Event.valueOf(node.get("event").asString().toUpperCase(Locale.ROOT)),
                Optional.of(new RevisionId(node.get("revision").asString())),
                node.get("by").asString(""),
                node.get("from").asString(""),
                Duration.ofMillis(node.get("took").asLong(0)),
                node.get("detail").asString(""),
                new LogEntry.Origin(
                        UUID.fromString(node.get("run").asString()),
                        node.get("waymark").asString()));
    }

    private static List<RevisionId> ids(Value list) {
        return list.asList(id -> new RevisionId(id.asString()));
    }

    /**
     * What a start needs to know.
     *
     * @param version the server's version
     * @param edition the server's edition, {@code community} or {@code enterprise}
     * @param target the name of the database
     * @param kept whether there is a history
     * @param digests the digest of each applied head; empty for one whose step has not finished
     */
    record Heads(String version, String edition, String target, boolean kept, Map<RevisionId, String> digests) {}
}
