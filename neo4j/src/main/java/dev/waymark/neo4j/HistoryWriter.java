package dev.waymark.neo4j;

import dev.waymark.error.StalePlanException;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.AppliedRevision.State;
import dev.waymark.run.Failure;
import dev.waymark.run.HistoryChange;
import dev.waymark.run.StepOrder;
import dev.waymark.session.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Makes the statements that keep a history. They are run by whoever has the transaction.
 *
 * @param names the labels
 * @param target the database whose history it is
 * @param by the database user
 */
record HistoryWriter(HistoryNames names, String target, String by) {

    /** Records that a step of several stages begins, or goes on. */
    Query begin(StepOrder<CypherContext> order, Optional<State> unfinished) {
        boolean up = order.step().direction() == Direction.UP;
        List<String> before = headsBefore(order, unfinished);
        List<String> after = headsBefore(order, Optional.of(up ? State.APPLYING : State.REMOVING));
        Map<String, Object> parameters = guarded(order, before, after);
        parameters.put("revision", revision(order.step().revision(), order.requires(), order.digest()));
        return query(up ? HistoryCypher.BEGIN_UP : HistoryCypher.BEGIN_DOWN, parameters);
    }

    /** Records a finished step. */
    Query finish(StepOrder<CypherContext> order, Optional<State> unfinished, Ran ran) {
        boolean up = order.step().direction() == Direction.UP;
        Map<String, Object> parameters =
                guarded(order, headsBefore(order, unfinished), ids(order.heads().after()));
        Map<String, Object> revision = revision(order.step().revision(), order.requires(), order.digest());
        revision.put("checksum", order.checksum().orElse(null));
        revision.putAll(ran.properties());
        parameters.put("revision", revision);
        parameters.put("event", up ? "upgrade" : "downgrade");
        parameters.put("took", ran.milliseconds());
        return query(up ? HistoryCypher.FINISH_UP : HistoryCypher.FINISH_DOWN, parameters);
    }

    /** Records again what a step ran that was recorded before its last statement. */
    Query amend(StepOrder<CypherContext> order, Ran ran) {
        Map<String, Object> parameters = common(order.run());
        parameters.put("id", id(order));
        parameters.put("revision", ran.properties());
        parameters.put("took", ran.milliseconds());
        return query(HistoryCypher.AMEND, parameters);
    }

    /** Records how a stage stands, unless the step belongs to another run now. */
    Query mark(StepOrder<CypherContext> order, StageRecord stage) {
        Map<String, Object> parameters = common(order.run());
        parameters.put("id", id(order));
        parameters.put("number", stage.number());
        parameters.put("stage", stage.properties());
        return query(HistoryCypher.MARK_STAGE, parameters);
    }

    /** What the history has as heads. */
    Query found() {
        return query(HistoryCypher.FOUND, Map.of("target", target));
    }

    /** As {@link #mark}, in the database of the data; the fence tells whether the step is still this run's. */
    Query markBesideData(StepOrder<CypherContext> order, StageRecord stage) {
        return new Query(
                names.in(HistoryCypher.MARK_BESIDE_DATA), mark(order, stage).parameters());
    }

    Query forgetStages(StepOrder<CypherContext> order) {
        return query(HistoryCypher.FORGET_STAGES, Map.of("target", target, "id", id(order)));
    }

    /** Whether the step was recorded by its run; waits for the transaction that may still be about to. */
    Query hasLogged(StepOrder<CypherContext> order) {
        Map<String, Object> parameters = common(order.run());
        parameters.put("id", id(order));
        parameters.put("event", order.step().direction() == Direction.UP ? "upgrade" : "downgrade");
        return query(HistoryCypher.HAS_LOGGED, parameters);
    }

    /** A change without running anything, statement by statement; the last one answers as a recorded step does. */
    List<Query> change(HistoryChange change) {
        Map<String, Object> parameters = common(change.run());
        List<Map<String, Object>> recorded = new ArrayList<>();
        for (HistoryChange.Recorded each : change.recorded()) {
            Map<String, Object> revision = revision(each.info(), each.requires(), each.digest());
            revision.put("id", each.info().id().value());
            revision.put("checksum", each.checksum().orElse(null));
            recorded.add(revision);
        }
        parameters.put("recorded", recorded);
        parameters.put(
                "ids", recorded.stream().map(revision -> revision.get("id")).toList());
        parameters.put("removed", ids(change.removed()));
        parameters.put("event", change.event().name().toLowerCase(Locale.ROOT));
        parameters.put("before", ids(change.headsBefore()));
        parameters.put("after", ids(change.heads()));
        return List.of(
                query(HistoryCypher.FORGET_STAGES_OF, parameters),
                query(HistoryCypher.UNSTAMP, parameters),
                query(HistoryCypher.STAMP, parameters),
                query(HistoryCypher.SET_HEADS, parameters));
    }

    Query failure(Failure failure) {
        Map<String, Object> parameters = common(failure.run());
        parameters.put("id", failure.step().id().value());
        parameters.put("detail", failure.problem());
        parameters.put("took", failure.took().toMillis());
        return query(HistoryCypher.FAILURE, parameters);
    }

    /** Refuses a record that did not take effect since the applied heads are not those that it was made for. */
    static void requireHeads(List<Record> verdict, Collection<RevisionId> expected) {
        List<String> found =
                verdict.isEmpty() ? List.of() : verdict.get(0).get("found").asList(Value::asString);
        if (!found.equals(ids(expected))) {
            throw new StalePlanException(ids(expected), found);
        }
    }

    /** The heads that the history has before a step, as it stands now. */
    static List<RevisionId> expected(StepOrder<CypherContext> order, Optional<State> unfinished) {
        return headsBefore(order, unfinished).stream().map(RevisionId::new).toList();
    }

    /** What is being applied is one more head in the history; what is being removed stands for what it requires. */
    private static List<String> headsBefore(StepOrder<CypherContext> order, Optional<State> unfinished) {
        List<String> before = ids(order.heads().before());
        if (unfinished.isEmpty()) {
            return before;
        }
        Set<String> heads = new TreeSet<>(before);
        heads.add(id(order));
        if (unfinished.get() == State.REMOVING) {
            ids(order.requires()).forEach(heads::remove);
        }
        return List.copyOf(heads);
    }

    private Map<String, Object> guarded(StepOrder<CypherContext> order, List<String> before, List<String> after) {
        Map<String, Object> parameters = common(order.run());
        parameters.put("id", id(order));
        parameters.put("before", before);
        parameters.put("after", after);
        return parameters;
    }

    private Map<String, Object> common(UUID run) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("target", target);
        parameters.put("run", run.toString());
        parameters.put(
                "origin", Map.of("by", by, "from", Client.host(), "run", run.toString(), "waymark", Version.current()));
        return parameters;
    }

    private static Map<String, @Nullable Object> revision(RevisionInfo info, List<RevisionId> requires, String digest) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        List<RevisionId> dependencies = new ArrayList<>(requires);
        dependencies.removeAll(info.revises());
        properties.put("revises", ids(info.revises()));
        properties.put("dependsOn", ids(dependencies));
        properties.put("labels", info.labels().stream().map(Object::toString).toList());
        properties.put("message", info.message());
        properties.put("transactional", info.transactional());
        properties.put("digest", digest);
        return properties;
    }

    private Query query(String cypher, Map<String, Object> parameters) {
        return new Query(names.in(cypher), parameters);
    }

    private static String id(StepOrder<CypherContext> order) {
        return order.step().id().value();
    }

    private static List<String> ids(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
