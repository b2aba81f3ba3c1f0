package dev.waymark.plan;

import static java.util.stream.Collectors.joining;

import dev.waymark.error.InvalidTargetException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.TargetOutOfRangeException.Reason;
import dev.waymark.graph.Resolution;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.graph.Target;
import dev.waymark.graph.TargetResolver;
import dev.waymark.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What lies between the two ends of a range. */
final class HistoryRange {

    private final RevisionGraph graph;
    private final TargetResolver resolver;

    HistoryRange(RevisionGraph graph, TargetResolver resolver) {
        this.graph = graph;
        this.resolver = resolver;
    }

    Set<RevisionId> of(String range) {
        if (range.isEmpty()) {
            return of(":");
        }
        String[] parts = range.split(":", -1);
        if (parts.length != 2) {
            throw new InvalidTargetException(range, "a range is of the form [start]:[end].");
        }
        Target start = parts[0].isEmpty() ? new Target.Base() : Target.parse(parts[0]);
        Target end = Target.parse(parts[1].isEmpty() ? "heads" : parts[1]);
        return of(range, start, end instanceof Target.Heads ? headsFor(start) : end);
    }

    private Set<RevisionId> of(String range, Target start, Target end) {
        if (start.isRelative() && end.isRelative()) {
            throw new InvalidTargetException(range, "both of its ends count from each other.");
        }
        return start.isRelative() ? countedDown(range, start, end) : counted(range, start, end);
    }

    /** A branch's own heads, where the start is on a branch, even if another branch depends on them. */
    private static Target headsFor(Target start) {
        return start instanceof Target.OnBranch on
                ? new Target.OnBranch(on.branch(), new Target.Heads())
                : new Target.Heads();
    }

    private Set<RevisionId> counted(String range, Target start, Target end) {
        Resolution starts = resolver.forStart(start, List.of());
        Resolution ends = resolver.forEnd(end, starts.revisions());
        return between(range, starts.revisions(), onBranchOf(starts, ends, range));
    }

    /** Each end has a start of its own, so many revisions below it. */
    private Set<RevisionId> countedDown(String range, Target start, Target end) {
        Resolution ends = resolver.forEnd(end, List.of());
        Resolution branch = resolver.forStart(start, List.of());
        Set<RevisionId> all = new HashSet<>();
        for (RevisionId each : onBranchOf(branch, ends, range)) {
            Resolution starts = resolver.forStart(start, List.of(each));
            all.addAll(between(range, starts.revisions(), List.of(each)));
        }
        return all;
    }

    /** Where the start is on a branch, only the ends on that branch count. */
    private List<RevisionId> onBranchOf(Resolution starts, Resolution ends, String range) {
        if (starts.branch().isEmpty()) {
            return ends.revisions();
        }
        Set<RevisionId> lineage = graph.lineage(starts.branch().get());
        List<RevisionId> kept =
                ends.revisions().stream().filter(lineage::contains).toList();
        if (kept.isEmpty() && !ends.revisions().isEmpty()) {
            throw noAncestor(range, List.of(starts.branch().get()), ends.revisions());
        }
        return kept;
    }

    private Set<RevisionId> between(String range, List<RevisionId> starts, List<RevisionId> ends) {
        Set<RevisionId> required = new HashSet<>(graph.upTo(ends));
        List<RevisionId> outside = new ArrayList<>(starts);
        outside.removeAll(required);
        if (!outside.isEmpty()) {
            throw noAncestor(range, outside, ends);
        }
        required.removeAll(graph.upTo(starts));
        required.addAll(starts);
        if (!starts.isEmpty()) {
            required.retainAll(graph.descendants(starts));
        }
        return required;
    }

    private static TargetOutOfRangeException noAncestor(
            String range, Collection<RevisionId> starts, Collection<RevisionId> ends) {
        return new TargetOutOfRangeException(
                range,
                Reason.NOT_AN_ANCESTOR,
                "%s is no ancestor of %s.".formatted(quoted(starts), ends.isEmpty() ? "base" : quoted(ends)),
                "name the older revision first, and two revisions of one line.");
    }

    private static String quoted(Collection<RevisionId> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(joining(", "));
    }
}
