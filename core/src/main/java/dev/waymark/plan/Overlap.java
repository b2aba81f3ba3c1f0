package dev.waymark.plan;

import dev.waymark.error.OverlappingTargetsException;
import dev.waymark.graph.Resolution;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses several targets of which one makes another pointless. */
final class Overlap {

    private Overlap() {}

    static void refuse(RevisionGraph graph, List<Resolution> resolutions) {
        for (Resolution upper : resolutions) {
            Set<RevisionId> below = new HashSet<>(graph.upTo(upper.revisions()));
            below.removeAll(upper.revisions());
            lower(resolutions, below).ifPresent(lower -> {
                throw new OverlappingTargetsException(texts(resolutions), problem(upper, lower));
            });
        }
    }

    private static Optional<Resolution> lower(List<Resolution> resolutions, Set<RevisionId> below) {
        return resolutions.stream()
                .filter(other -> other.revisions().stream().anyMatch(below::contains))
                .findFirst();
    }

    private static String problem(Resolution upper, Resolution lower) {
        return "'%s' already requires '%s'.".formatted(upper.target(), lower.target());
    }

    private static List<String> texts(List<Resolution> resolutions) {
        return resolutions.stream()
                .map(resolution -> resolution.target().toString())
                .toList();
    }
}
