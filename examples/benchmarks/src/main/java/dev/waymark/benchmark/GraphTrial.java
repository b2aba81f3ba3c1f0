package dev.waymark.benchmark;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.plan.Planner;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The main class of a forked process that makes a graph of revisions, and a plan from its base to its head. */
final class GraphTrial implements Contender {

    /** What a history looks like. */
    enum Shape {
        /** Each revision revises the one before. */
        LINE {
            @Override
            List<Integer> revises(int number) {
                return number == 0 ? List.of() : List.of(number - 1);
            }
        },
        /** Each third revision merges the two before, which both revise the merge before. */
        BRAID {
            @Override
            List<Integer> revises(int number) {
                if (number % 3 == 2) {
                    return List.of(number - 2, number - 1);
                }
                return number < 3 ? List.of() : List.of(number - number % 3 - 1);
            }
        };

        abstract List<Integer> revises(int number);

        /** {@return so many revisions; the last of a braid is a merge, so there may be up to two more} */
        List<RevisionInfo> revisions(int size) {
            int whole = this == LINE ? size : (size + 2) / 3 * 3;
            return IntStream.range(0, whole)
                    .mapToObj(number -> new RevisionInfo(
                            id(number),
                            revises(number).stream().map(Shape::id).toList(),
                            "create item " + number,
                            List.of(),
                            List.of(),
                            true,
                            ""))
                    .toList();
        }

        private static RevisionId id(int number) {
            return new RevisionId("r" + number);
        }
    }

    private final List<RevisionInfo> revisions;

    private GraphTrial(List<RevisionInfo> revisions) {
        this.revisions = revisions;
    }

    /**
     * Runs the trial.
     *
     * @param arguments the shape, the number of revisions, the number of calls
     * @throws Exception if the plan can't be made
     */
    public static void main(String[] arguments) throws Exception {
        var trial = new GraphTrial(Shape.valueOf(arguments[0]).revisions(Integer.parseInt(arguments[1])));
        Outcome.print(Calls.time(trial, Integer.parseInt(arguments[2])));
    }

    @Override
    public void upgrade() {
        var planner = new Planner(RevisionGraph.of(revisions));
        int steps = planner.upgrade(Set.of(), List.of("head")).steps().size();
        if (steps != revisions.size()) {
            throw new IllegalStateException("%d steps for %d revisions".formatted(steps, revisions.size()));
        }
    }
}
