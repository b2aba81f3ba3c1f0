package dev.waymark.neo4j;

import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision.State;
import dev.waymark.run.StepOrder;
import java.util.Optional;

/**
 * How the history stands to one step.
 *
 * @param place what the steps of a session share
 * @param order the step
 */
record Standing(Workplace place, StepOrder<CypherContext> order) {

    /** Whether it was begun in its direction, by this run or by an earlier one. */
    boolean isBegun() {
        return state().equals(Optional.of(begun()));
    }

    /** Which way its revision was going, if the history has it as unfinished. */
    Optional<State> state() {
        return Optional.ofNullable(place.unfinished().states().get(id()));
    }

    /** Whether it was begun or gone on with by this session. */
    boolean isOwned() {
        return place.unfinished().owned().contains(id());
    }

    boolean isUnfinished() {
        return state().isPresent();
    }

    void hasBegun() {
        place.unfinished().owned().add(id());
        place.unfinished().states().put(id(), begun());
    }

    void hasFinished() {
        place.unfinished().states().remove(id());
    }

    RevisionId id() {
        return order.step().id();
    }

    String name() {
        return order.step().direction() + " " + id();
    }

    private State begun() {
        return order.step().direction() == Direction.UP ? State.APPLYING : State.REMOVING;
    }
}
