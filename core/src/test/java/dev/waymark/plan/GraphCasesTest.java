package dev.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Alembic does, case by case, and what Waymark does instead where it differs on purpose
 * (docs/decisions/001-where-waymark-differs-from-alembic.md).
 */
class GraphCasesTest {

    /** A branch whose base is shared is never taken down together with another branch. */
    private static final Outcome OTHER_BRANCH = Outcome.error("other-branch");

    private static final Map<String, Outcome> DIFFERENT = Map.of(
            "label@base on a shared base drops EVERYTHING, not just the label's branch", OTHER_BRANCH,
            "label@-3 passes the branch point: walk reaches a, taking both branches", OTHER_BRANCH,
            "inconsistent version rows: an ancestor and its descendant", Outcome.moved(List.of("up c2"), Set.of("c2")),
            "the stray row left by that downgrade blocks every upgrade",
                    Outcome.moved(List.of("up n2"), Set.of("n2", "n3")),
            "stamp relative -1 on an empty table counts from the script heads", Outcome.error("relative"));

    /** Choosing the parents of a revision that is yet to be written is not done by the graph. */
    private static final Set<String> NOT_APPLICABLE = Set.of(
            "new revision on the only head",
            "new revision with two heads needs a choice",
            "new revision on a non-head needs splice",
            "new revision on a non-head with splice",
            "merge a non-head needs splice",
            "depends_on one",
            "depends_on two",
            "depends_on a branch label stays a label in the file",
            "depends_on a partial id is written out in full");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void comesToWhatIsExpected(GraphCase asked) {
        Outcome expected = expected(asked);
        Outcome outcome = GraphCaseRunner.run(asked);

        if (asked.inAnyTopologicalOrder() || asked.isUnordered() || !isOrdered(asked)) {
            assertThat(outcome.unordered()).isEqualTo(expected.unordered());
        } else {
            assertThat(outcome).isEqualTo(expected);
        }
        if (outcome.error().isEmpty() && isOrdered(asked)) {
            assertIsInOrder(asked, outcome);
        }
    }

    @Test
    void everyDifferenceAndEveryOmissionIsOfACaseThereIs() {
        Set<String> names = GraphCase.all().stream().map(GraphCase::name).collect(Collectors.toSet());

        assertThat(names).containsAll(DIFFERENT.keySet()).containsAll(NOT_APPLICABLE);
    }

    static Stream<GraphCase> cases() {
        return GraphCase.all().stream().filter(asked -> !NOT_APPLICABLE.contains(asked.name()));
    }

    private static Outcome expected(GraphCase asked) {
        Outcome different = DIFFERENT.get(asked.name());
        return different == null ? Outcome.expected(asked.expectation()) : different;
    }

    /** Up, all that a revision requires comes before it; down, and in a history, after it. */
    private static void assertIsInOrder(GraphCase asked, Outcome outcome) {
        RevisionGraph graph = asked.graph();
        List<RevisionId> order = new ArrayList<>(outcome.steps().stream()
                .map(step -> new RevisionId(step.substring(step.indexOf(' ') + 1)))
                .toList());
        if (!asked.command().equals("upgrade")) {
            Collections.reverse(order);
        }
        for (RevisionId id : order) {
            List<RevisionId> after = order.subList(order.indexOf(id), order.size());
            assertThat(graph.requires(id)).doesNotContainAnyElementsOf(after);
        }
    }

    private static boolean isOrdered(GraphCase asked) {
        return Set.of("upgrade", "downgrade", "history", "iterate").contains(asked.command());
    }
}
