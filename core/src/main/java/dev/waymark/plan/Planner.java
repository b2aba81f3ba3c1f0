package dev.waymark.plan;

import dev.waymark.error.AmbiguousTargetException;
import dev.waymark.error.InvalidTargetException;
import dev.waymark.error.MultipleHeadsException;
import dev.waymark.error.NoSuchTargetException;
import dev.waymark.error.OtherBranchException;
import dev.waymark.error.OverlappingTargetsException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.UnknownRevisionException;
import dev.waymark.graph.Resolution;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.graph.Target;
import dev.waymark.graph.TargetResolver;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what a run, a stamp or a look at the history is about, without a database: a graph, an applied set and a
 * target are all it takes.
 *
 * <p>The applied set is always the whole set, not its heads. It may be taken from a database whose history was written
 * before a revision was inserted among those that are applied; such a revision is simply not applied yet.
 *
 * <p>Immutable, and so safe for use by several threads. No method takes or returns null. Where a target can't be read
 * or has no meaning, each method throws {@link InvalidTargetException}, {@link NoSuchTargetException},
 * {@link AmbiguousTargetException}, {@link MultipleHeadsException} or {@link TargetOutOfRangeException}; and
 * {@link UnknownRevisionException} where the applied set holds a revision that the graph does not.
 */
public final class Planner {

    private final RevisionGraph graph;

    /** @param graph the revisions to plan with */
    public Planner(RevisionGraph graph) {
        this.graph = graph;
    }

    /**
     * Plans the way up: all that the targets require and that is not applied, in the order of the graph.
     *
     * @param applied the applied set
     * @param targets what to go up to; none of them may already require another
     * @return the plan; empty if all of it is applied
     * @throws OverlappingTargetsException if one target requires another
     */
    public Plan upgrade(Set<RevisionId> applied, List<String> targets) {
        TargetResolver resolver = resolver(applied);
        List<Resolution> resolutions = targets.stream()
                .map(target -> resolver.forUpgrade(Target.parse(target)))
                .toList();
        Overlap.refuse(graph, resolutions);
        Set<RevisionId> wanted = new LinkedHashSet<>(graph.upTo(revisions(resolutions)));
        wanted.removeAll(applied);
        return plan(Direction.UP, applied, wanted);
    }

    /**
     * Plans the way down: all that revises the target goes, and with it all that requires what goes, in the reverse
     * order of the graph. The target itself stays. A bare {@code -N} goes down the line of the one applied head.
     *
     * @param applied the applied set
     * @param target what to go down to; on a branch ({@code label@...}) only revisions of that branch may go, and those
     *     of other branches that depend on them
     * @return the plan; empty if nothing that revises the target is applied
     * @throws OtherBranchException if the target is on a branch, and revisions that descend from the branch's trunk by
     *     another branch would have to go too
     */
    public Plan downgrade(Set<RevisionId> applied, String target) {
        Resolution resolution = resolver(applied).forDowngrade(Target.parse(target));
        List<RevisionId> steps = new ArrayList<>(new Descent(graph, applied, resolution).removed());
        Collections.reverse(steps);
        return plan(Direction.DOWN, applied, steps);
    }

    /**
     * Says what a stamp leaves: the targets and all that they require, and of what is applied only what lies on no line
     * with any of them.
     *
     * @param applied the applied set
     * @param targets where to put the stamp; {@code base} on a branch takes the heads of that branch away
     * @return the applied set after the stamp, in the order of the graph
     * @throws OverlappingTargetsException if one target requires another
     */
    public Set<RevisionId> stamp(Set<RevisionId> applied, List<String> targets) {
        TargetResolver resolver = resolver(applied);
        List<Resolution> resolutions = targets.stream()
                .map(target -> resolver.forStamp(Target.parse(target)))
                .toList();
        Overlap.refuse(graph, resolutions);
        return new Stamp(graph, applied).at(resolutions);
    }

    /**
     * Lists a part of the history: what descends from the start of a range and is required by its end, both included.
     * Without a start it is all that the end requires.
     *
     * @param applied the applied set, which {@code current} stands for
     * @param range {@code start:end}; without a start it begins at base, without an end it ends at the heads; empty
     *     means everything
     * @return the revisions, newest first
     */
    public List<RevisionInfo> history(Set<RevisionId> applied, String range) {
        Set<RevisionId> ids = new HistoryRange(graph, resolver(applied)).of(range);
        List<RevisionInfo> newestFirst = new ArrayList<>(graph.upTo(ids).stream()
                .filter(ids::contains)
                .map(graph::revision)
                .toList());
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    /**
     * Says what a target names. {@code current} names the applied heads. A bare {@code -N} or {@code +N} counts from
     * the one applied head; where nothing is applied, {@code -N} counts from each head of the graph or of the branch,
     * and {@code +N} from base.
     *
     * @param applied the applied set
     * @param target what to look up
     * @return the revisions it names, in the order of the graph; none for base
     */
    public List<RevisionInfo> resolve(Set<RevisionId> applied, String target) {
        Resolution resolution = resolver(applied).forShow(Target.parse(target));
        return resolution.revisions().stream().map(graph::revision).toList();
    }

    private TargetResolver resolver(Set<RevisionId> applied) {
        List<String> unknown = applied.stream()
                .filter(id -> !graph.contains(id))
                .map(RevisionId::value)
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownRevisionException(
                    unknown, "there is no telling where it stands.", "use the build that defines them.");
        }
        return new TargetResolver(graph, applied);
    }

    private Plan plan(Direction direction, Set<RevisionId> applied, Iterable<RevisionId> ids) {
        List<Step> steps = new ArrayList<>();
        ids.forEach(id -> steps.add(new Step(graph.revision(id), direction)));
        return new Plan(direction, graph.headsOf(applied).stream().sorted().toList(), steps);
    }

    private static Set<RevisionId> revisions(List<Resolution> resolutions) {
        Set<RevisionId> revisions = new LinkedHashSet<>();
        resolutions.forEach(resolution -> revisions.addAll(resolution.revisions()));
        return revisions;
    }
}
