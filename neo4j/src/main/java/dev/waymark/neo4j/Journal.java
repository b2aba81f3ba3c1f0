package dev.waymark.neo4j;

import dev.waymark.error.StalePlanException;
import dev.waymark.revision.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * The node beside the data that says which step is at work, for a history in another database. A closed journal has the
 * parameters of the statement that records its step; those that are maps are spread, since a node can't have a map.
 *
 * @param place what the steps of a session share
 */
record Journal(Workplace place) {

    private static final List<String> MAPS = List.of("revision", "origin");
    private static final String SPREAD = ".";

    static Journal of(Workplace place) {
        return new Journal(place);
    }

    /** Closes the journal with the statement that is to be run on the history. */
    Query close(Query finish) {
        Map<String, Object> entry = new HashMap<>();
        finish.parameters().asMap(Value::asObject).forEach((key, value) -> {
            if (MAPS.contains(key)) {
                ((Map<?, ?>) value).forEach((inner, held) -> entry.put(key + SPREAD + inner, held));
            } else {
                entry.put(key, value);
            }
        });
        entry.put("closed", true);
        entry.put("up", finish.text().equals(place.writer().names().in(HistoryCypher.FINISH_UP)));
        return query(
                HistoryCypher.CLOSE_JOURNAL, Map.of("target", place.writer().target(), "entry", entry));
    }

    /** Whether it is closed with a step of a run; waits for a transaction that may still be about to close it. */
    boolean isOf(UUID run, RevisionId id) {
        Query query = query(
                HistoryCypher.IS_IN_JOURNAL,
                Map.of("target", place.writer().target(), "run", run.toString(), "id", id.value()));
        return place.access()
                .run(query.text(), query.parameters().asMap())
                .get(0)
                .get("closed")
                .asBoolean();
    }

    /** Brings to the history what a closed journal says, if it is not there, and tears the page out. */
    void bringToHistory() {
        Map<String, Object> target = Map.of("target", place.writer().target());
        entry(target).ifPresent(entry -> {
            if (!isInHistory(entry)) {
                write(entry);
            }
            Query end = query(HistoryCypher.END_JOURNAL, page(entry));
            place.access().run(end.text(), end.parameters().asMap());
        });
    }

    private Optional<Value> entry(Map<String, Object> target) {
        Query query = query(HistoryCypher.CLOSED_JOURNAL, target);
        return place.access().run(query.text(), query.parameters().asMap()).stream()
                .map(row -> row.get("j"))
                .findFirst();
    }

    private boolean isInHistory(Value entry) {
        Query query = query(HistoryCypher.IS_LOGGED, page(entry));
        return place.history()
                .run(query.text(), query.parameters().asMap())
                .get(0)
                .get("logged")
                .asBoolean();
    }

    /** What tells it from what another one may write there in the meantime. */
    private Map<String, Object> page(Value entry) {
        Map<String, Object> page = new HashMap<>();
        page.put("target", place.writer().target());
        List.of("run", "event", "id")
                .forEach(key -> page.put(key, entry.get(key).asObject()));
        return page;
    }

    private void write(Value entry) {
        String cypher = entry.get("up").asBoolean() ? HistoryCypher.FINISH_UP : HistoryCypher.FINISH_DOWN;
        try (DataStage history = place.historyStage("record " + entry.get("id").asString())) {
            List<Record> verdict = history.rows(history.send(query(cypher, parameters(entry))));
            List<String> expected = entry.get("before").asList(Value::asString);
            List<String> found =
                    verdict.isEmpty() ? List.of() : verdict.get(0).get("found").asList(Value::asString);
            if (!found.equals(expected)) {
                throw new StalePlanException(expected, found);
            }
            history.commit();
        }
    }

    private static Map<String, Object> parameters(Value entry) {
        Map<String, Object> parameters = new HashMap<>();
        MAPS.forEach(map -> parameters.put(map, new HashMap<String, Object>()));
        entry.asMap(Value::asObject).forEach((key, value) -> {
            int spread = key.indexOf(SPREAD);
            if (spread < 0) {
                parameters.put(key, value);
            } else {
                inner(parameters, key.substring(0, spread)).put(key.substring(spread + 1), value);
            }
        });
        return parameters;
    }

    @SuppressWarnings("unchecked") // put there just before
    private static Map<String, Object> inner(Map<String, Object> parameters, String map) {
        return (Map<String, Object>) Objects.requireNonNull(parameters.get(map));
    }

    private Query query(String cypher, Map<String, Object> parameters) {
        return new Query(place.writer().names().in(cypher), parameters);
    }
}
