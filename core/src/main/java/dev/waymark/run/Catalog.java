package dev.waymark.run;

import static java.util.stream.Collectors.toMap;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Planner;
import dev.waymark.revision.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All revisions that the code has, as a graph, with what each needs to be run and recorded. */
final class Catalog {

    private final RevisionGraph graph;
    private final Map<RevisionId, Registration> registrations;
    private final Map<RevisionId, String> digests;

    Catalog(List<Registration> all) {
        graph = RevisionGraph.of(all.stream().map(Registration::info).toList());
        registrations = all.stream().collect(toMap(each -> each.info().id(), Function.identity()));
        digests = graph.digests(all.stream()
                .filter(each -> each.checksum().isPresent())
                .collect(toMap(each -> each.info().id(), each -> each.checksum().orElseThrow())));
    }

    RevisionGraph graph() {
        return graph;
    }

    Planner planner() {
        return new Planner(graph);
    }

    String digest(RevisionId id) {
        return Objects.requireNonNull(digests.get(id));
    }

    /** The digests of those of a database's revisions that no other one of them requires. */
    Map<RevisionId, String> headDigests(Set<RevisionId> ofOneDatabase) {
        Set<RevisionId> heads = new HashSet<>(ofOneDatabase);
        ofOneDatabase.forEach(id -> graph.requires(id).forEach(heads::remove));
        return heads.stream().collect(toMap(Function.identity(), this::digest));
    }

    Optional<String> checksum(RevisionId id) {
        return registration(id).checksum();
    }

    String kind(RevisionId id) {
        return registration(id).kind();
    }

    Migration<?> migration(RevisionId id) {
        return registration(id).migration().get();
    }

    private Registration registration(RevisionId id) {
        return Objects.requireNonNull(registrations.get(id));
    }
}
