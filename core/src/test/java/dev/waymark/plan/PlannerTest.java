package dev.waymark.plan;

import static dev.waymark.graph.Revisions.graph;
import static dev.waymark.graph.Revisions.ids;
import static dev.waymark.graph.Revisions.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.graph.Revisions;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the cases leave open. */
class PlannerTest {

    // a --- b --- left1 --- left2 . . needs . . right1
    //        \--- right1 -- right2
    private final RevisionGraph graph =
            graph("a", "b < a", "left1 < b # left", "left2 < left1 ~ right", "right1 < b # right", "right2 < right1");
    private final Planner planner = new Planner(graph);

    @Test
    void aPlanRemembersTheHeadsItWasMadeFor() {
        assertThat(planner.upgrade(upTo("right2", "left1"), List.of("left2")).heads())
                .isEqualTo(ids("left1", "right2"));
    }

    @Test
    void aRevisionInsertedBelowAppliedOnesIsSimplyNotAppliedYet() {
        assertThat(steps(planner.upgrade(Set.copyOf(ids("a", "left1")), List.of("left"))))
                .containsExactly("up b");
    }

    @Test
    void aDowngradeOfABranchLeavesTheOtherAndTakesWhatDependsOnIt() {
        assertThat(steps(planner.downgrade(upTo("left2", "right2"), "right@b")))
                .containsExactly("down right2", "down left2", "down right1");
    }

    @Test
    void aDowngradeOfABranchMayTakeTheTrunkOnceItIsTheLastOnIt() {
        assertThat(steps(planner.downgrade(upTo("left1"), "left@base")))
                .containsExactly("down left1", "down b", "down a");
    }

    @Test
    void aDowngradeWithinABranchThatForksTakesAllOfIt() {
        assertThat(steps(planner.downgrade(upTo("left1", "right1"), "a@b")))
                .containsExactly("down right1", "down left1");
    }

    @Test
    void aCountedDowngradeFollowsTheLineOfTheHeadAndLeavesWhatItDependedOn() {
        RevisionGraph streams = graph("app1", "app2 < app1 ~ lib2", "lib1", "lib2 < lib1");

        assertThat(steps(new Planner(streams).downgrade(streams.upTo(ids("app2")), "-2")))
                .containsExactly("down app2", "down app1");
    }

    @Test
    void aCountedDowngradePastABranchPointTakesWhatStandsOnIt() {
        assertThat(steps(planner.downgrade(upTo("left2"), "-3")))
                .containsExactly("down left2", "down right1", "down left1", "down b");
    }

    @Test
    void theChoicesOfAnAmbiguousTargetAreTargetsThemselves() {
        assertThat(steps(planner.downgrade(upTo("left1", "right2"), "right2@-1")))
                .containsExactly("down right2");
        assertThat(steps(planner.upgrade(upTo("left1", "right1"), List.of("right1@+1"))))
                .containsExactly("up right2");
    }

    @Test
    void severalTargetsMayNameOneRevision() {
        assertThat(steps(planner.upgrade(upTo("b"), List.of("left1", "left")))).containsExactly("up left1");
    }

    @Test
    void noTargetsAskForNothing() {
        assertThat(planner.upgrade(upTo("b"), List.of()).isEmpty()).isTrue();
        assertThat(texts(planner.stamp(upTo("b"), List.of()))).containsExactly("a", "b");
    }

    @Test
    void aStampCountsFromTheAppliedHead() {
        assertThat(texts(planner.stamp(upTo("left1"), List.of("-1")))).containsExactly("a", "b");
        assertThat(texts(planner.stamp(upTo("left1"), List.of("left@+1"))))
                .containsExactly("a", "b", "left1", "right1", "left2");
    }

    @Test
    void aStampOfABranchsBaseKeepsTheOtherBranch() {
        assertThat(texts(planner.stamp(upTo("left1", "right2"), List.of("left@base"))))
                .containsExactly("a", "b", "right1", "right2");
    }

    @Test
    void aHistoryCountsBackFromEachOfItsEnds() {
        assertThat(history(upTo("left1", "right2"), "-1:current")).containsExactly("right2", "right1", "left1", "b");
        assertThat(history(Set.of(), "right@-1:")).containsExactly("right2", "right1");
        assertThat(history(Set.of(), "-1:left1")).containsExactly("left1", "b");
    }

    @Test
    void aHistoryCountsUpFromItsStartAndStopsAtTheHead() {
        assertThat(history(Set.of(), "right:+7")).containsExactly("right2", "right1");
        assertThat(history(upTo("left1"), "current:+1")).containsExactly("left2", "left1");
        assertThat(history(Set.of(), ":+1")).containsExactly("a");
        assertThat(history(Set.of(), "right:right+7")).containsExactly("right2", "right1");
    }

    @Test
    void aHistoryOnABranchIncludesItsHeadEvenIfAnotherBranchDependsOnIt() {
        Planner streams = new Planner(graph("q", "t # tool", "q2 < q ~ t2", "t2 < t"));

        assertThat(streams.history(Set.of(), "tool@base:"))
                .isEqualTo(streams.history(Set.of(), "tool@base:heads"))
                .extracting(revision -> revision.id().value())
                .containsExactly("t2", "t");
    }

    @Test
    void whereNothingIsAppliedALookupCountsFromTheHeads() {
        assertThat(resolved(Set.of(), "right@-1")).containsExactly("right1");
        assertThat(resolved(Set.of(), "-1")).containsExactly("left1", "right1");
        assertThat(resolved(Set.of(), "+2")).containsExactly("b");
    }

    @Test
    void whereSomethingIsAppliedALookupCountsFromThere() {
        assertThat(resolved(upTo("left1"), "-1")).containsExactly("b");
        assertThat(resolved(upTo("left1"), "right@+1")).containsExactly("right1");
        assertThat(resolved(upTo("left1", "right1"), "current")).containsExactly("left1", "right1");
        assertThat(resolved(upTo("left1", "right1"), "right@current")).containsExactly("right1");
        assertThat(resolved(upTo("left1"), "current+1")).containsExactly("left2");
    }

    @Test
    @Timeout(20)
    void aHistoryOf20000RevisionsInOneLineOverflowsNothing() {
        RevisionGraph line = RevisionGraph.of(Revisions.line(20_000));
        Planner planner20000 = new Planner(line);
        Set<RevisionId> all = line.upTo(line.heads());

        assertThat(planner20000.upgrade(Set.of(), List.of("head")).steps()).hasSize(20_000);
        assertThat(planner20000.upgrade(Set.of(), List.of("+19999")).steps()).hasSize(19_999);
        assertThat(planner20000.downgrade(all, "base").steps()).hasSize(20_000);
        assertThat(planner20000.downgrade(all, "-19999").steps()).hasSize(19_999);
        assertThat(planner20000.history(all, "-10000:current")).hasSize(10_001);
        assertThat(planner20000.stamp(all, List.of("r10"))).hasSize(11);
        assertThat(line.digests(Map.of())).hasSize(20_000);
    }

    @Test
    @Timeout(20)
    void a10000BranchesOfOneBaseAreMergedAgain() {
        String branches = IntStream.range(0, 10_000).mapToObj(at -> " m" + at).collect(Collectors.joining());
        List<RevisionInfo> revisions = Stream.of(
                        Stream.of(Revisions.revision("a")),
                        IntStream.range(0, 10_000)
                                .mapToObj(at -> Revisions.revision("m%d < a # label%d".formatted(at, at))),
                        Stream.of(Revisions.revision("z <" + branches)))
                .flatMap(part -> part)
                .toList();
        RevisionGraph fan = RevisionGraph.of(revisions);
        Planner wide = new Planner(fan);

        assertThat(wide.upgrade(Set.of(), List.of("head")).steps()).hasSize(10_002);
        assertThat(wide.downgrade(fan.upTo(fan.heads()), "a").steps()).hasSize(10_001);
    }

    private Set<RevisionId> upTo(String... ids) {
        return graph.upTo(ids(ids));
    }

    private List<String> history(Set<RevisionId> applied, String range) {
        return planner.history(applied, range).stream()
                .map(revision -> revision.id().value())
                .toList();
    }

    private List<String> resolved(Set<RevisionId> applied, String target) {
        return planner.resolve(applied, target).stream()
                .map(revision -> revision.id().value())
                .toList();
    }

    private static List<String> steps(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.direction() + " " + step.id())
                .toList();
    }
}
