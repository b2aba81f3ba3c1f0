package dev.waymark.plan;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Does what a case asks. */
final class GraphCaseRunner {

    private final GraphCase asked;
    private final RevisionGraph graph;
    private final Planner planner;
    private final Set<RevisionId> applied;

    private GraphCaseRunner(GraphCase asked) {
        this.asked = asked;
        this.graph = asked.graph();
        this.planner = new Planner(graph);
        this.applied = applied();
    }

    static Outcome run(GraphCase asked) {
        try {
            return new GraphCaseRunner(asked).outcome();
        } catch (RuntimeException failure) {
            return Outcome.failed(failure);
        }
    }

    private Set<RevisionId> applied() {
        return asked.ids("current").stream().allMatch(graph::contains)
                ? asked.applied(graph)
                : Set.copyOf(asked.ids("current"));
    }

    private Outcome outcome() {
        return switch (asked.command()) {
            case "upgrade" -> planned(planner.upgrade(applied, asked.texts("target")));
            case "downgrade" -> planned(planner.downgrade(applied, asked.target()));
            case "stamp" ->
                Outcome.moved(List.of(), texts(graph.headsOf(planner.stamp(applied, asked.texts("target")))));
            case "history" -> infos(planner.history(applied, asked.target()));
            case "resolve" -> infos(planner.resolve(applied, asked.target()));
            case "ancestors" -> ids(graph.upTo(resolved(asked.target())));
            default -> listed();
        };
    }

    private Outcome listed() {
        return switch (asked.command()) {
            case "heads" ->
                ids(asked.json().path("resolveDependencies").booleanValue() ? graph.effectiveHeads() : graph.heads());
            case "bases" -> ids(graph.bases());
            case "branchPoints" -> ids(graph.branches().keySet());
            case "mergePoints" ->
                infos(graph.revisions().stream()
                        .filter(revision -> revision.revises().size() > 1)
                        .toList());
            case "current" -> ids(graph.branchHeadsOf(applied));
            case "lineage" -> ids(lineage());
            case "effectiveDowns" ->
                ids(graph.headsOf(graph.requires(
                        new RevisionId(asked.json().get("revision").textValue()))));
            case "addRevision" -> ids(withAddedRevision().heads());
            case "iterate" -> ids(iterated());
            case "checkHeads" ->
                Outcome.listed(planner.upgrade(applied, List.of("heads")).isEmpty() ? List.of("ok") : List.of());
            case "apply" -> Outcome.listed(trace());
            case "labels" -> Outcome.listed(labels());
            default -> throw new IllegalStateException(asked.command() + " is not asked here");
        };
    }

    /** The applied heads after each step. */
    private List<String> trace() {
        Set<RevisionId> now = new HashSet<>(applied);
        List<String> trace = new ArrayList<>();
        for (String step : Outcome.steps(asked.json().get("steps"))) {
            RevisionId id = new RevisionId(step.substring(step.indexOf(' ') + 1));
            boolean changed = step.startsWith("up") ? now.add(id) : now.remove(id);
            trace.add(changed ? texts(graph.headsOf(now)).toString() : "nothing");
        }
        return trace;
    }

    private List<String> labels() {
        return graph.revisions().stream()
                .map(RevisionInfo::id)
                .map(id -> id + " " + graph.labels(id))
                .toList();
    }

    private static Set<String> texts(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private Outcome planned(Plan plan) {
        Set<RevisionId> after = new HashSet<>(applied);
        plan.steps().forEach(step -> {
            if (plan.direction() == Direction.UP) {
                after.add(step.id());
            } else {
                after.remove(step.id());
            }
        });
        return Outcome.moved(
                plan.steps().stream()
                        .map(step -> step.direction() + " " + step.id())
                        .toList(),
                texts(graph.headsOf(after)));
    }

    private Set<RevisionId> lineage() {
        String against = asked.json().get("against").textValue();
        Set<RevisionId> line = new HashSet<>();
        if (against.contains("@")) {
            line.addAll(graph.lineage(graph.named(against.substring(0, against.indexOf('@')))));
        }
        resolved(against).forEach(id -> line.addAll(graph.lineage(id)));
        Set<RevisionId> kept = new LinkedHashSet<>(asked.ids("of"));
        kept.retainAll(line);
        return kept;
    }

    private RevisionGraph withAddedRevision() {
        List<RevisionInfo> revisions = new ArrayList<>(asked.revisions());
        revisions.add(GraphCase.revision(asked.json().get("add")));
        return RevisionGraph.of(revisions);
    }

    /** To iterate from one place to another is to upgrade, seen from its end. */
    private List<RevisionId> iterated() {
        List<RevisionId> lower = asked.ids("lower");
        List<RevisionId> path = new ArrayList<>();
        if (asked.json().get("inclusive").booleanValue()) {
            path.addAll(lower);
        }
        planner.upgrade(graph.upTo(lower), asked.texts("upper")).steps().forEach(step -> path.add(step.id()));
        Collections.reverse(path);
        return path;
    }

    private Set<RevisionId> resolved(String target) {
        return planner.resolve(applied, target).stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }

    private static Outcome infos(List<RevisionInfo> revisions) {
        return ids(revisions.stream().map(RevisionInfo::id).toList());
    }

    private static Outcome ids(Collection<RevisionId> ids) {
        return Outcome.listed(ids.stream().map(RevisionId::value).toList());
    }
}
