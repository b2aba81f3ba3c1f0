package dev.waymark.neo4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/**
 * A stage of an unfinished step, as the history has it.
 *
 * @param number which stage of the step, from 1
 * @param kind its kind
 * @param done whether it is finished; a batched stage is recorded before that too
 * @param statements what it ran, without values
 * @param changes what each of its statements changed
 * @param checkpoint the key of the last page of a batched stage; null before the first, and where it has none
 * @param pages how many pages a batched stage has made
 * @param rows how much they found to do
 */
record StageRecord(
        int number,
        StageKind kind,
        boolean done,
        List<String> statements,
        List<Changes> changes,
        Value checkpoint,
        long pages,
        long rows) {

    private static final int NUMBERS = Changes.NONE.numbers().size();

    static StageRecord done(int number, StageKind kind, List<String> statements, List<Changes> changes) {
        return new StageRecord(number, kind, true, List.copyOf(statements), List.copyOf(changes), Values.NULL, 0, 0);
    }

    static StageRecord of(Value node) {
        List<Long> numbers = node.get("changes").asList(Value::asLong);
        List<String> statements = node.get("statements").asList(Value::asString);
        return new StageRecord(
                node.get("number").asInt(),
                StageKind.valueOf(node.get("kind").asString()),
                node.get("done").asBoolean(),
                statements,
                IntStream.range(0, numbers.size() / NUMBERS)
                        .mapToObj(i -> Changes.of(numbers.subList(i * NUMBERS, (i + 1) * NUMBERS)))
                        .toList(),
                node.get("checkpoint"),
                node.get("pages").asLong(0),
                node.get("rows").asLong(0));
    }

    /** What of it is kept. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("kind", kind.name());
        properties.put("done", done);
        properties.put("statements", statements);
        properties.put(
                "changes",
                changes.stream().flatMap(each -> each.numbers().stream()).toList());
        properties.put("checkpoint", checkpoint);
        properties.put("pages", pages);
        properties.put("rows", rows);
        return properties;
    }
}
