package dev.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.waymark.error.HistoryException;
import dev.waymark.graph.RandomRevisions;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlannerPropertiesTest {

    @Property
    void anUpgradeIsExactlyWhatIsMissingOfTheTargetEachAfterWhatItRequires(
            @ForAll("histories") List<RevisionInfo> revisions, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Set<RevisionId> applied = closed(graph, random);
        for (RevisionInfo target : revisions) {
            Plan plan = new Planner(graph).upgrade(applied, List.of(target.id().value()));
            Set<RevisionId> after = new LinkedHashSet<>(applied);
            for (Step step : plan.steps()) {
                assertThat(after).containsAll(graph.requires(step.id()));
                assertThat(after.add(step.id())).isTrue();
            }
            Set<RevisionId> wanted = new HashSet<>(graph.upTo(List.of(target.id())));
            wanted.addAll(applied);

            assertThat(after).isEqualTo(wanted);
            assertThat(plan.heads()).isSorted().hasSameElementsAs(graph.headsOf(applied));
        }
    }

    @Property
    void aDowngradeLeavesASetThatLacksNothingAndAnUpgradeBringsItBack(
            @ForAll("histories") List<RevisionInfo> revisions, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Planner planner = new Planner(graph);
        Set<RevisionId> applied = closed(graph, random);
        for (RevisionId target : applied) {
            Set<RevisionId> after = new LinkedHashSet<>(applied);
            for (Step step : planner.downgrade(applied, target.value()).steps()) {
                assertThat(graph.headsOf(after)).contains(step.id());
                after.remove(step.id());
            }

            assertThat(after)
                    .isEqualTo(graph.upTo(after))
                    .contains(target)
                    .doesNotContainAnyElementsOf(children(graph, target));
            assertThat(up(planner, after, graph.headsOf(applied))).isEqualTo(applied);
        }
    }

    @Property
    void upAndThenDownToWhereItWasChangesNothing(@ForAll("histories") List<RevisionInfo> revisions) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Planner planner = new Planner(graph);
        for (RevisionInfo revision : revisions) {
            Set<RevisionId> before = new HashSet<>(graph.upTo(graph.heads()));
            before.removeAll(graph.from(graph.revisedBy(revision.id())));
            Set<RevisionId> all = up(planner, before, graph.effectiveHeads());

            assertThat(all).hasSameSizeAs(revisions);
            assertThat(down(planner, all, revision.id().value())).isEqualTo(before);
            assertThat(down(planner, all, "base")).isEmpty();
        }
    }

    @Property
    void onABranchNothingGoesThatNeitherIsOfItNorDependsOnIt(
            @ForAll("histories") List<RevisionInfo> revisions, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Planner planner = new Planner(graph);
        Set<RevisionId> applied = closed(graph, random);
        for (RevisionInfo branch : revisions) {
            Set<RevisionId> left = downIfAllowed(planner, applied, branch.id() + "@base");
            Set<RevisionId> lineage = graph.lineage(branch.id());
            Set<RevisionId> gone = new HashSet<>(applied);
            gone.removeAll(left);
            gone.removeAll(lineage);
            for (RevisionId other : gone) {
                assertThat(graph.descendants(lineageBases(graph, lineage))).doesNotContain(other);
            }
            assertThat(left).isEqualTo(graph.upTo(left));
        }
    }

    @Property
    void aStampLeavesTheTargetAndASetThatLacksNothing(
            @ForAll("histories") List<RevisionInfo> revisions, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Set<RevisionId> applied = closed(graph, random);
        for (RevisionInfo target : revisions) {
            Set<RevisionId> stamped =
                    new Planner(graph).stamp(applied, List.of(target.id().value()));

            assertThat(stamped).isEqualTo(graph.upTo(stamped));
            assertThat(graph.headsOf(stamped)).contains(target.id());
        }
    }

    @Property
    void everyIdAndEveryLabelNamesItsOwnRevision(@ForAll("histories") List<RevisionInfo> revisions) {
        Planner planner = new Planner(RevisionGraph.of(revisions));
        for (RevisionInfo revision : revisions) {
            List<String> names = new ArrayList<>(List.of(revision.id().toString()));
            revision.labels().forEach(label -> names.add(label.toString()));
            for (String name : names) {
                assertThat(planner.resolve(Set.of(), name)).containsExactly(revision);
                assertThat(planner.resolve(Set.of(), name + "@" + name)).containsExactly(revision);
                assertThat(planner.resolve(Set.of(), name + "+0")).containsExactly(revision);
            }
        }
    }

    @Property
    void theWholeHistoryIsEveryRevisionNewestFirst(@ForAll("histories") List<RevisionInfo> revisions) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        List<RevisionInfo> newestFirst = new ArrayList<>(graph.revisions());
        Collections.reverse(newestFirst);

        assertThat(new Planner(graph).history(Set.of(), ":")).isEqualTo(newestFirst);
        assertThat(new Planner(graph).history(Set.of(), "")).isEqualTo(newestFirst);
    }

    @Property(tries = 4000)
    void anyTextIsAnsweredOrRefusedAsATarget(
            @ForAll("histories") List<RevisionInfo> revisions,
            @ForAll("texts") String text,
            @ForAll("texts") String other,
            @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Planner planner = new Planner(graph);
        Set<RevisionId> applied = closed(graph, random);

        assertThat(new Throwable[] {
                    catchThrowable(() -> planner.upgrade(applied, List.of(text, other))),
                    catchThrowable(() -> planner.downgrade(applied, text)),
                    catchThrowable(() -> planner.stamp(applied, List.of(text, other))),
                    catchThrowable(() -> planner.history(applied, text + ":" + other)),
                    catchThrowable(() -> planner.resolve(applied, text))
                })
                .allMatch(failure -> failure == null || failure instanceof HistoryException);
    }

    @Provide
    Arbitrary<List<RevisionInfo>> histories() {
        return RandomRevisions.arbitrary();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "r0", "r2", "r4", "rev.x1", "rev.x3", "label0", "label1", "head", "heads", "base", "current",
                        "@", "+1", "-1", "-2", "+0")
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    private static Set<RevisionId> closed(RevisionGraph graph, Random random) {
        return graph.upTo(graph.revisions().stream()
                .map(RevisionInfo::id)
                .filter(id -> random.nextInt(3) == 0)
                .toList());
    }

    private static Set<RevisionId> children(RevisionGraph graph, RevisionId id) {
        // AssertJ refuses to compare with nothing, so that which is never there stands for it
        Set<RevisionId> children = new HashSet<>(graph.revisedBy(id));
        children.add(new RevisionId("never"));
        return children;
    }

    private static Set<RevisionId> lineageBases(RevisionGraph graph, Set<RevisionId> lineage) {
        return graph.bases().stream().filter(lineage::contains).collect(Collectors.toSet());
    }

    private static Set<RevisionId> up(Planner planner, Set<RevisionId> applied, Set<RevisionId> targets) {
        Set<RevisionId> after = new HashSet<>(applied);
        planner.upgrade(applied, targets.stream().map(RevisionId::value).toList())
                .steps()
                .forEach(step -> after.add(step.id()));
        return after;
    }

    private static Set<RevisionId> down(Planner planner, Set<RevisionId> applied, String target) {
        Set<RevisionId> after = new HashSet<>(applied);
        planner.downgrade(applied, target).steps().forEach(step -> after.remove(step.id()));
        return after;
    }

    private static Set<RevisionId> downIfAllowed(Planner planner, Set<RevisionId> applied, String target) {
        try {
            return down(planner, applied, target);
        } catch (HistoryException refused) {
            return applied;
        }
    }
}
