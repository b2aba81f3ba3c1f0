package dev.waymark.plan;

import dev.waymark.graph.Resolution;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is left of an applied set when it is stamped. */
final class Stamp {

    private final RevisionGraph graph;
    private final Set<RevisionId> heads;

    Stamp(RevisionGraph graph, Set<RevisionId> applied) {
        this.graph = graph;
        this.heads = graph.headsOf(applied);
    }

    Set<RevisionId> at(List<Resolution> resolutions) {
        Set<RevisionId> tops = new LinkedHashSet<>(heads);
        resolutions.forEach(resolution -> tops.removeAll(replaced(resolution)));
        resolutions.forEach(resolution -> tops.addAll(resolution.revisions()));
        return graph.upTo(tops);
    }

    /** The applied heads on one line with the target; at base, those of the branch, or all. */
    private Set<RevisionId> replaced(Resolution resolution) {
        if (!resolution.revisions().isEmpty()) {
            return onOneLineWith(resolution.revisions());
        }
        return resolution.branch().map(branch -> onOneLineWith(List.of(branch))).orElse(heads);
    }

    private Set<RevisionId> onOneLineWith(Collection<RevisionId> ids) {
        Set<RevisionId> line = new HashSet<>(graph.upTo(ids));
        line.addAll(graph.from(ids));
        line.retainAll(heads);
        return line;
    }
}
