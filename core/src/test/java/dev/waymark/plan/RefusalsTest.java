package dev.waymark.plan;

import static dev.waymark.graph.Revisions.graph;
import static dev.waymark.graph.Revisions.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.error.AmbiguousTargetException;
import dev.waymark.error.HistoryException;
import dev.waymark.error.InvalidTargetException;
import dev.waymark.error.MultipleHeadsException;
import dev.waymark.error.OtherBranchException;
import dev.waymark.error.OverlappingTargetsException;
import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.TargetOutOfRangeException.Reason;
import dev.waymark.error.UnknownRevisionException;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and in which words. */
class RefusalsTest {

    // a --- b --- left1 --- left2 --- merge
    //        \--- right1 -- right2 --/
    private final RevisionGraph graph = graph(
            "a",
            "b < a",
            "left1 < b # left",
            "left2 < left1",
            "right1 < b # right",
            "right2 < right1",
            "merge < left2 right2");
    private final RevisionGraph unmerged =
            graph("a", "b < a", "left1 < b # left", "left2 < left1", "right1 < b # right", "right2 < right1");
    private final Planner planner = new Planner(graph);

    @Test
    void anUpgradeThatForks() {
        assertRefused(AmbiguousTargetException.class, () -> planner.upgrade(upTo("a"), List.of("+3")), """
                '+3' is ambiguous: the way up forks, to 'left1' and 'right1'.
                The database was not touched.
                To fix this: ask for one of 'left1+1', 'right1+1'.""");
    }

    @Test
    void anUpgradeFromSeveralHeads() {
        assertRefused(
                AmbiguousTargetException.class, () -> planner.upgrade(upTo("left1", "right1"), List.of("+1")), """
                '+1' is ambiguous: it counts from one revision, and there are 2.
                The database was not touched.
                To fix this: ask for one of 'left1@+1', 'right1@+1'.""");
    }

    @Test
    void aDowngradeFromSeveralHeads() {
        assertRefused(AmbiguousTargetException.class, () -> planner.downgrade(upTo("left1", "right2"), "-1"), """
                '-1' is ambiguous: it counts from one revision, and there are 2.
                The database was not touched.
                To fix this: ask for one of 'left1@-1', 'right2@-1'.""");
    }

    @Test
    void aDowngradeThroughAMerge() {
        assertRefused(AmbiguousTargetException.class, () -> planner.downgrade(upTo("merge"), "-2"), """
                '-2' is ambiguous: the way down forks at the merge 'merge', to 'left2' and 'right2'.
                The database was not touched.
                To fix this: ask for one of 'left2-1', 'right2-1'.""");
    }

    @Test
    void oneHeadWhereThereAreSeveral() {
        Planner two = new Planner(unmerged);

        assertRefused(MultipleHeadsException.class, () -> two.upgrade(Set.of(), List.of("head")), """
                'head' must name one revision here, but there are 2 heads: 'left2', 'right2'.
                The database was not touched.
                To fix this: name one of them, ask for 'heads' where several will do, or merge them in a new revision.""");
        assertRefused(MultipleHeadsException.class, () -> two.downgrade(upTo("left1"), "b@heads"), """
                'b@heads' must name one revision here, but there are 2 heads: 'left2', 'right2'.
                The database was not touched.
                To fix this: name one of them, or merge them in a new revision.""");
    }

    @Test
    void aDowngradeOfOneBranchBelowTheTrunkItShares() {
        assertRefused(OtherBranchException.class, () -> planner.downgrade(upTo("left2", "right2"), "left@base"), """
                'left@base' names one branch, but it would also remove 'right1', 'right2', which descend from its trunk by another branch.
                The database was not touched.
                To fix this: downgrade the other branch first, or name the revision to go down to without a branch, so that all above it may go.""");
        assertThat(catchThrowableOfType(
                                OtherBranchException.class, () -> planner.downgrade(upTo("left1", "right1"), "left@-2"))
                        .others())
                .containsExactly("right1");
    }

    @Test
    void severalTargetsOfWhichOneRequiresAnother() {
        assertRefused(
                OverlappingTargetsException.class, () -> planner.stamp(Set.of(), List.of("b", "left2", "right")), """
                The targets 'b', 'left2', 'right' overlap: 'left2' already requires 'b'.
                The database was not touched.
                To fix this: leave out each target that another one already requires.""");
        assertRefused(
                OverlappingTargetsException.class,
                () -> planner.upgrade(Set.of(), List.of("left@base+1", "head")),
                """
                The targets 'left@base+1', 'head' overlap: 'head' already requires 'left@base+1'.
                The database was not touched.
                To fix this: leave out each target that another one already requires.""");
    }

    @Test
    void currentWhereThereIsAWayToGo() {
        assertRefused(InvalidTargetException.class, () -> planner.upgrade(upTo("a"), List.of("current+1")), """
                'current+1' is not a target: 'current' is where the database stands, so there is no way to go.
                The database was not touched.
                To fix this: name a revision id, a prefix of one, a label, head, heads, base, +N, -N, or a combination such as label@head-1.""");
    }

    @Test
    void anAppliedSetThatTheGraphDoesNotKnow() {
        assertRefused(
                UnknownRevisionException.class, () -> planner.upgrade(Set.copyOf(ids("ghost")), List.of("head")), """
                The database has ghost applied, which no migration defines: there is no telling where it stands.
                The database was not touched.
                To fix this: use the build that defines them.""");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rangesThatAreNone")
    void aRangeThatIsNone(String range, String problem) {
        assertRefused(
                InvalidTargetException.class, () -> planner.history(Set.of(), range), """
                '%s' is not a target: %s
                The database was not touched.
                To fix this: name a revision id, a prefix of one, a label, head, heads, base, +N, -N, or a combination such as label@head-1.""".formatted(range, problem));
    }

    static Stream<Arguments> rangesThatAreNone() {
        return Stream.of(
                Arguments.of("a", "a range is of the form [start]:[end]."),
                Arguments.of("a:b:left", "a range is of the form [start]:[end]."),
                Arguments.of("-1:+1", "both of its ends count from each other."));
    }

    @Test
    void aTargetThatCountsTooFar() {
        assertOutOfRange(Reason.PAST_THE_END, () -> planner.upgrade(upTo("left2", "right2"), List.of("merge+1")), """
                'merge+1' can't be reached: it counts 1 up, but there are only 0.
                The database was not touched.
                To fix this: name a revision; there is none to count in that direction.""");
        assertOutOfRange(Reason.PAST_THE_END, () -> planner.downgrade(upTo("left1"), "-5"), """
                '-5' can't be reached: it counts 5 down, but there are only 3.
                The database was not touched.
                To fix this: count no further than 3, or name a revision.""");
        assertOutOfRange(Reason.PAST_THE_END, () -> planner.upgrade(upTo("a"), List.of("b-3")), """
                'b-3' can't be reached: it counts 3 down, but there are only 2.
                The database was not touched.
                To fix this: count no further than 2, or name a revision.""");
    }

    @Test
    void aTargetThatCountsInTheWrongDirection() {
        assertOutOfRange(Reason.WRONG_SIGN, () -> planner.upgrade(upTo("b"), List.of("-1")), """
                '-1' can't be reached: an upgrade goes up.
                The database was not touched.
                To fix this: ask for +N, or downgrade.""");
        assertOutOfRange(Reason.WRONG_SIGN, () -> planner.downgrade(upTo("b"), "left@+1"), """
                'left@+1' can't be reached: a downgrade goes down.
                The database was not touched.
                To fix this: ask for -N, or upgrade.""");
        assertOutOfRange(Reason.WRONG_SIGN, () -> planner.stamp(upTo("b"), List.of("+0")), """
                '+0' can't be reached: it counts no steps at all.
                The database was not touched.
                To fix this: ask for +N or -N.""");
        assertOutOfRange(Reason.WRONG_SIGN, () -> planner.history(Set.of(), "+1:b"), """
                '+1' can't be reached: the start of a range counts down from its end.
                The database was not touched.
                To fix this: ask for -N.""");
        assertOutOfRange(Reason.WRONG_SIGN, () -> planner.history(Set.of(), "b:-1"), """
                '-1' can't be reached: the end of a range counts up from its start.
                The database was not touched.
                To fix this: ask for +N.""");
    }

    @Test
    void aDowngradeToWhatIsNotApplied() {
        assertOutOfRange(Reason.NOT_APPLIED, () -> planner.downgrade(upTo("left1"), "right"), """
                'right' can't be reached: a downgrade ends at an applied revision, and 'right1' is not applied.
                The database was not touched.
                To fix this: name an applied revision, or upgrade to 'right1'.""");
        assertOutOfRange(Reason.NOT_APPLIED, () -> planner.downgrade(upTo("left1"), "right@-1"), """
                'right@-1' can't be reached: nothing is applied of the branch of 'right1' that is not of another branch too.
                The database was not touched.
                To fix this: name a revision that is applied; current shows them.""");
        assertOutOfRange(Reason.NOT_APPLIED, () -> planner.downgrade(Set.of(), "right@-1"), """
                'right@-1' can't be reached: nothing is applied of the branch of 'right1'.
                The database was not touched.
                To fix this: name a revision that is applied; current shows them.""");
    }

    @Test
    void aRevisionOfAnotherBranch() {
        assertOutOfRange(Reason.NOT_IN_BRANCH, () -> planner.downgrade(upTo("left1", "right1"), "left@right1"), """
                'left@right1' can't be reached: 'right1' is neither an ancestor nor a descendant of 'left1'.
                The database was not touched.
                To fix this: name a revision of that branch, or leave out the branch: 'right1'.""");
    }

    @Test
    void aRangeThatStartsWhereItsEndDoesNotComeFrom() {
        assertOutOfRange(Reason.NOT_AN_ANCESTOR, () -> planner.history(Set.of(), "left2:b"), """
                'left2:b' can't be reached: 'left2' is no ancestor of 'b'.
                The database was not touched.
                To fix this: name the older revision first, and two revisions of one line.""");
        assertOutOfRange(Reason.NOT_AN_ANCESTOR, () -> planner.history(Set.of(), "b:current"), """
                'b:current' can't be reached: 'b' is no ancestor of base.
                The database was not touched.
                To fix this: name the older revision first, and two revisions of one line.""");
        assertOutOfRange(Reason.NOT_AN_ANCESTOR, () -> planner.history(Set.of(), "left@base:right2"), """
                'left@base:right2' can't be reached: 'left1' is no ancestor of 'right2'.
                The database was not touched.
                To fix this: name the older revision first, and two revisions of one line.""");
    }

    private Set<RevisionId> upTo(String... ids) {
        return graph.upTo(ids(ids));
    }

    private static void assertRefused(Class<? extends HistoryException> type, ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(type).hasMessage(message);
    }

    private static void assertOutOfRange(Reason reason, ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(TargetOutOfRangeException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason))
                .hasMessage(message);
    }
}
