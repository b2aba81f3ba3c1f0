package dev.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Alembic does, case by case, and what Waymark does instead where it differs on purpose
 * (docs/decisions/002-where-waymark-differs-from-alembic.md).
 */
class GraphCasesTest {

    private static final Map<String, Outcome> DIFFERENT = Map.ofEntries();

    private static final Set<String> COMMANDS_WITH_OTHER_RESULTS = Set.of("apply", "checkHeads", "labels", "revise");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void comesToWhatIsExpected(GraphCase asked) {
        Outcome expected = expected(asked);
        Outcome outcome = GraphCaseRunner.run(asked);

        if (asked.inAnyTopologicalOrder() || asked.isUnordered() || isOfSets(asked)) {
            assertThat(outcome.unordered()).isEqualTo(expected.unordered());
        } else {
            assertThat(outcome).isEqualTo(expected);
        }
        if (outcome.error().isEmpty()) {
            assertIsInOrder(asked, outcome);
        }
    }

    static Stream<GraphCase> cases() {
        return GraphCase.all().stream().filter(asked -> !COMMANDS_WITH_OTHER_RESULTS.contains(asked.command()));
    }

    private static Outcome expected(GraphCase asked) {
        Outcome different = DIFFERENT.get(asked.name());
        return different == null ? Outcome.expected(asked.expectation()) : different;
    }

    private static boolean isOfSets(GraphCase asked) {
        return !Set.of("upgrade", "downgrade", "history").contains(asked.command());
    }

    private static void assertIsInOrder(GraphCase asked, Outcome outcome) {}
}
