package dev.waymark.graph;

import dev.waymark.graph.Walk.PastTheEnd;
import dev.waymark.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads one target within its scope: which revisions it names, or none for base. */
final class Reading implements Target.Visitor<List<RevisionId>> {

    private final RevisionGraph graph;
    private final Standpoint standpoint;
    private final Scope scope;
    private final Counting counting;
    private final PastTheEnd pastTheEnd;

    Reading(RevisionGraph graph, Standpoint standpoint, Scope scope, Counting counting, PastTheEnd pastTheEnd) {
        this.graph = graph;
        this.standpoint = standpoint;
        this.scope = scope;
        this.counting = counting;
        this.pastTheEnd = pastTheEnd;
    }

    static boolean namesCurrent(Target target) {
        return target instanceof Target.Current
                || (target instanceof Target.Counted counted && namesCurrent(counted.start()))
                || (target instanceof Target.OnBranch on && namesCurrent(on.target()));
    }

    @Override
    public List<RevisionId> name(Target.Name name) {
        return List.of(scope.named(name.value()));
    }

    @Override
    public List<RevisionId> head() {
        return single(scope.within(graph.heads()));
    }

    @Override
    public List<RevisionId> heads() {
        Set<RevisionId> heads = scope.branch().isPresent() ? graph.heads() : graph.effectiveHeads();
        return scope.within(heads);
    }

    @Override
    public List<RevisionId> base() {
        return List.of();
    }

    @Override
    public List<RevisionId> current() {
        return scope.within(standpoint.heads());
    }

    @Override
    public List<RevisionId> relative(Target.Relative relative) {
        return counting.count(scope, relative.steps());
    }

    @Override
    public List<RevisionId> counted(Target.Counted counted) {
        List<RevisionId> start = counted.start().accept(this);
        return new Walk(graph, scope, pastTheEnd)
                .from(TargetResolver.single(scope.target(), start), counted.steps()).stream()
                        .toList();
    }

    @Override
    public List<RevisionId> onBranch(Target.OnBranch onBranch) {
        return onBranch.target().accept(this);
    }

    private List<RevisionId> single(Collection<RevisionId> heads) {
        return TargetResolver.single(scope.target(), heads).stream().toList();
    }

    /** What a bare number of steps counts to. */
    interface Counting {
        List<RevisionId> count(Scope scope, int steps);
    }
}
