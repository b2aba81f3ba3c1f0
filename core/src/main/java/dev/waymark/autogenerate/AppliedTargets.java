package dev.waymark.autogenerate;

import dev.waymark.error.UnknownRevisionException;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.Inspector;
import java.util.List;

/** The applied heads of a database, as targets. */
final class AppliedTargets {

    private AppliedTargets() {}

    static List<String> of(Workshop workshop) {
        RevisionGraph graph = workshop.graph();
        List<RevisionId> heads = new Inspector(workshop.source(), List.of(workshop.live()), workshop.settings())
                .current().stream().map(AppliedRevision::id).toList();
        List<String> unknown = heads.stream()
                .filter(id -> !graph.contains(id))
                .map(RevisionId::value)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownRevisionException(
                    unknown,
                    "what they should have made can't be known here.",
                    "look for drift with the build that has these migrations.");
        }
        return heads.stream().map(RevisionId::value).toList();
    }
}
