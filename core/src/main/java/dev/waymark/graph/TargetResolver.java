package dev.waymark.graph;

import dev.waymark.error.AmbiguousTargetException;
import dev.waymark.error.InvalidTargetException;
import dev.waymark.error.MultipleHeadsException;
import dev.waymark.error.NoSuchTargetException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.TargetOutOfRangeException.Reason;
import dev.waymark.graph.Walk.PastTheEnd;
import dev.waymark.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a target means in a graph, for a database that stands somewhere in it. What a bare number of steps counts
 * from depends on what is asked: there is one method for each.
 *
 * <p>Immutable. Each method throws {@link NoSuchTargetException} if a name points nowhere,
 * {@link AmbiguousTargetException} and {@link MultipleHeadsException} if it could mean several revisions where one is
 * asked for, {@link TargetOutOfRangeException} if it counts too far or in the wrong direction or leaves the branch it
 * names, and {@link InvalidTargetException} if it has no meaning there.
 */
public final class TargetResolver {

    private final RevisionGraph graph;
    private final Standpoint standpoint;

    /**
     * @param graph the graph
     * @param applied the applied set; all of it is known to the graph
     */
    public TargetResolver(RevisionGraph graph, Set<RevisionId> applied) {
        this.graph = graph;
        this.standpoint = new Standpoint(graph, applied);
    }

    /** {@return what to go up to} A bare {@code +N} counts up from the one applied head. */
    public Resolution forUpgrade(Target target) {
        return refusingCurrent(target, (scope, steps) -> {
            requireSign(scope, steps > 0, "an upgrade goes up", "ask for +N, or downgrade.");
            return standpoint.up(scope, steps);
        });
    }

    /**
     * {@return what to go down to, one revision at most} A bare {@code -N} counts down from the one applied head, and
     * is confined to the lineage of that head.
     */
    public Resolution forDowngrade(Target target) {
        Resolution resolution = refusingCurrent(target, (scope, steps) -> {
            requireSign(scope, steps < 0, "a downgrade goes down", "ask for -N, or upgrade.");
            return standpoint.down(scope, steps);
        });
        single(target, resolution.revisions());
        return target instanceof Target.Relative
                ? new Resolution(
                        target,
                        resolution.revisions(),
                        standpoint.heads().stream().findFirst())
                : resolution;
    }

    /** {@return where to put the stamp} A bare number counts up or down from the one applied head. */
    public Resolution forStamp(Target target) {
        return refusingCurrent(target, this::upOrDown);
    }

    /**
     * {@return what the target names} Here {@code current} may be asked for. Where nothing is applied, a bare
     * {@code -N} counts down from the heads.
     */
    public Resolution forShow(Target target) {
        return resolve(
                target,
                (scope, steps) -> steps < 0 && standpoint.isEmpty()
                        ? standpoint.downFromTheTop(scope, steps)
                        : upOrDown(scope, steps));
    }

    /**
     * {@return where a range starts} Here {@code current} may be asked for. A bare {@code -N} counts down from the end
     * of the range, and a count that goes too far stops where it must.
     */
    public Resolution forStart(Target target, Collection<RevisionId> ends) {
        Reading.Counting counting = (scope, steps) -> {
            requireSign(scope, steps < 0, "the start of a range counts down from its end", "ask for -N.");
            return stopping(scope, scope.within(ends), steps);
        };
        return resolve(target, counting, PastTheEnd.STOP);
    }

    /**
     * {@return where a range ends} Here {@code current} may be asked for. A bare {@code +N} counts up from the start of
     * the range, and a count that goes too far stops where it must.
     */
    public Resolution forEnd(Target target, Collection<RevisionId> starts) {
        Reading.Counting counting = (scope, steps) -> {
            requireSign(scope, steps > 0, "the end of a range counts up from its start", "ask for +N.");
            return stopping(scope, scope.within(starts), steps);
        };
        return resolve(target, counting, PastTheEnd.STOP);
    }

    private List<RevisionId> upOrDown(Scope scope, int steps) {
        requireSign(scope, steps != 0, "it counts no steps at all", "ask for +N or -N.");
        return steps < 0 ? standpoint.down(scope, steps) : standpoint.up(scope, steps);
    }

    private List<RevisionId> stopping(Scope scope, List<RevisionId> starts, int steps) {
        return new Walk(graph, scope, PastTheEnd.STOP)
                .from(Standpoint.single(scope, starts, steps), steps).stream().toList();
    }

    private Resolution refusingCurrent(Target target, Reading.Counting counting) {
        Resolution resolution = resolve(target, counting);
        if (Reading.namesCurrent(target)) {
            throw new InvalidTargetException(
                    target.toString(), "'current' is where the database stands, so there is no way to go.");
        }
        return resolution;
    }

    private Resolution resolve(Target target, Reading.Counting counting) {
        return resolve(target, counting, PastTheEnd.REFUSE);
    }

    private Resolution resolve(Target target, Reading.Counting counting, PastTheEnd pastTheEnd) {
        Scope scope = target instanceof Target.OnBranch on
                ? Scope.branch(graph, target, on.branch())
                : Scope.whole(graph, target);
        List<RevisionId> revisions = target.accept(new Reading(graph, standpoint, scope, counting, pastTheEnd));
        return new Resolution(target, revisions, scope.branch());
    }

    private static void requireSign(Scope scope, boolean right, String rule, String remedy) {
        if (!right) {
            throw new TargetOutOfRangeException(scope.target().toString(), Reason.WRONG_SIGN, rule + ".", remedy);
        }
    }

    /** The one revision, or none for base. */
    static Optional<RevisionId> single(Target target, Collection<RevisionId> revisions) {
        if (revisions.size() > 1) {
            throw new MultipleHeadsException(
                    target.toString(), revisions.stream().map(RevisionId::value).toList());
        }
        return revisions.stream().findFirst();
    }
}
