package dev.waymark.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RevisionGraphPropertiesTest {

    @Property
    void theOrderIsTopologicalAndTheSameWhateverTheInputsOrder(
            @ForAll("histories") List<RevisionInfo> revisions, @ForAll Random random) {
        List<RevisionInfo> shuffled = new ArrayList<>(revisions);
        Collections.shuffle(shuffled, random);
        RevisionGraph graph = RevisionGraph.of(revisions);

        assertThat(RevisionGraph.of(shuffled).revisions()).isEqualTo(graph.revisions());

        Set<RevisionId> before = new HashSet<>();
        for (RevisionInfo revision : graph.revisions()) {
            assertThat(before).containsAll(graph.requires(revision.id()));
            before.add(revision.id());
        }
        assertThat(before).hasSize(revisions.size());
    }

    @Property
    void closuresAreWhatFollowingEachEdgeFinds(@ForAll("histories") List<RevisionInfo> revisions) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        for (RevisionInfo revision : revisions) {
            List<RevisionId> one = List.of(revision.id());
            Set<RevisionId> up = followed(one, graph::revisedBy);
            Set<RevisionId> line = followed(one, id -> graph.revision(id).revises());
            line.addAll(up);

            assertThat(graph.upTo(one)).isEqualTo(followed(one, graph::requires));
            assertThat(graph.descendants(one)).isEqualTo(up);
            assertThat(graph.lineage(revision.id())).isEqualTo(line);
            assertThat(graph.from(one)).isEqualTo(requiring(graph, revision.id()));
        }
    }

    @Property
    void headsOfAnySetAreThoseThatNoOtherOneRequires(
            @ForAll("histories") List<RevisionInfo> revisions, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Set<RevisionId> applied = revisions.stream()
                .map(RevisionInfo::id)
                .filter(id -> random.nextBoolean())
                .collect(Collectors.toSet());

        Set<RevisionId> heads = applied.stream()
                .filter(id -> applied.stream()
                        .noneMatch(other ->
                                !other.equals(id) && graph.upTo(List.of(other)).contains(id)))
                .collect(Collectors.toSet());

        assertThat(graph.headsOf(applied)).isEqualTo(heads);
    }

    @Property
    void effectiveHeadsAreHeadsThatTogetherRequireEverything(@ForAll("histories") List<RevisionInfo> revisions) {
        RevisionGraph graph = RevisionGraph.of(revisions);

        assertThat(graph.heads()).containsAll(graph.effectiveHeads());
        assertThat(graph.upTo(graph.effectiveHeads())).hasSameSizeAs(revisions);
        assertThat(graph.descendants(graph.bases())).hasSameSizeAs(revisions);
    }

    @Property
    void aChangedChecksumChangesTheDigestsOfAllThatRequireIt(
            @ForAll("histories") List<RevisionInfo> revisions, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Map<RevisionId, String> before = graph.digests(Map.of());
        for (RevisionInfo revision : revisions) {
            Map<RevisionId, String> after = graph.digests(Map.of(revision.id(), "changed" + random.nextInt()));
            Map<RevisionId, String> changed = new HashMap<>(after);
            changed.entrySet().removeAll(before.entrySet());

            assertThat(changed.keySet()).isEqualTo(graph.from(List.of(revision.id())));
        }
    }

    @Property
    void aLabelReachesAllDescendantsOfItsRevision(@ForAll("histories") List<RevisionInfo> revisions) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        for (RevisionInfo revision : revisions) {
            for (RevisionId descendant : graph.descendants(List.of(revision.id()))) {
                assertThat(graph.labels(descendant)).containsAll(revision.labels());
            }
        }
    }

    @Provide
    Arbitrary<List<RevisionInfo>> histories() {
        return RandomRevisions.arbitrary();
    }

    private static Set<RevisionId> requiring(RevisionGraph graph, RevisionId id) {
        return graph.revisions().stream()
                .map(RevisionInfo::id)
                .filter(other -> followed(List.of(other), graph::requires).contains(id))
                .collect(Collectors.toSet());
    }

    private static Set<RevisionId> followed(
            Collection<RevisionId> start, Function<RevisionId, ? extends Collection<RevisionId>> edges) {
        Set<RevisionId> all = new HashSet<>(start);
        Collection<RevisionId> last = start;
        while (!last.isEmpty()) {
            last = last.stream()
                    .flatMap(id -> edges.apply(id).stream())
                    .filter(all::add)
                    .toList();
        }
        return all;
    }
}
