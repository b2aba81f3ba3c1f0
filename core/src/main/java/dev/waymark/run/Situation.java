package dev.waymark.run;

import dev.waymark.error.NoSuchTargetException;
import dev.waymark.error.StalePlanException;
import dev.waymark.error.UnknownRevisionException;
import dev.waymark.plan.Direction;
import dev.waymark.plan.Plan;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the code has, what the databases have, and how the two stand to each other at one moment.
 *
 * @param catalog what the code has
 * @param stored what the databases have
 * @param diagnosis how the two stand to each other
 */
record Situation(Catalog catalog, List<AppliedRevision> stored, Diagnosis diagnosis) {

    static Situation read(RevisionSource source, Sessions sessions) {
        Catalog catalog = new Catalog(source.registrations());
        List<AppliedRevision> stored = sessions.applied();
        return new Situation(catalog, stored, Diagnosis.of(catalog, stored));
    }

    Set<RevisionId> applied() {
        return diagnosis.applied();
    }

    /** The applied heads, those of revisions that the code does not know among them. */
    List<RevisionId> heads() {
        return AppliedSet.of(stored).heads();
    }

    /** The plan as it stands for the databases, whose heads may be ahead of the code. */
    Plan madeHere(Plan plan) {
        return new Plan(plan.direction(), heads(), plan.steps());
    }

    Plan upgrade(List<String> targets) {
        return unfinishedFirst(madeHere(catalog.planner().upgrade(applied(), targets)));
    }

    /** What is half applied can go down too. */
    Plan downgrade(String target) {
        Set<RevisionId> there = new LinkedHashSet<>(applied());
        diagnosis.unfinished().stream()
                .map(AppliedRevision::id)
                .filter(catalog.graph()::contains)
                .forEach(there::add);
        Plan plan = unfinishedFirst(madeHere(catalog.planner().downgrade(there, target)));
        requireNothingAbove(plan);
        return plan;
    }

    /** The plan that goes on with an unfinished step, in the direction in which it was begun. */
    Plan retry(AppliedRevision unfinished) {
        boolean up = unfinished.state() == AppliedRevision.State.APPLYING;
        Step step = new Step(catalog.graph().revision(unfinished.id()), up ? Direction.UP : Direction.DOWN);
        return new Plan(step.direction(), heads(), List.of(step));
    }

    /** What was begun comes before all else, and is not left as it is. */
    private Plan unfinishedFirst(Plan plan) {
        List<Step> steps = new ArrayList<>();
        for (AppliedRevision unfinished : diagnosis.unfinished()) {
            steps.add(plan.steps().stream()
                    .filter(step -> step.id().equals(unfinished.id()))
                    .findFirst()
                    .orElseThrow(
                            () -> new Interruption(diagnosis, unfinished).refused("The target leaves it as it is.")));
        }
        plan.steps().stream().filter(step -> !steps.contains(step)).forEach(steps::add);
        return new Plan(plan.direction(), plan.heads(), steps);
    }

    List<String> pending() {
        return catalog.planner().upgrade(applied(), List.of("heads")).steps().stream()
                .map(step -> step.id().value())
                .toList();
    }

    /** Refuses a plan that was made for another state of the databases, or for other code. */
    void requireFitting(Plan plan) {
        if (!plan.heads().equals(heads())) {
            throw new StalePlanException(names(plan.heads()), names(heads()));
        }
        for (Step step : plan.steps()) {
            if (!catalog.graph().contains(step.id())) {
                throw new NoSuchTargetException(step.id().value(), List.of());
            }
        }
        if (plan.direction() == Direction.DOWN) {
            requireNothingAbove(plan);
        }
    }

    /** Refuses a way down from below a revision that the code can't take down first. */
    private void requireNothingAbove(Plan downgrade) {
        Set<RevisionId> gone = new HashSet<>();
        downgrade.steps().forEach(step -> gone.add(step.id()));
        List<RevisionId> above = new ArrayList<>();
        for (AppliedRevision revision : stored) {
            boolean isAbove = revision.requires().stream().anyMatch(gone::contains);
            if (isAbove && gone.add(revision.id())) {
                above.add(revision.id());
            }
        }
        if (!above.isEmpty()) {
            throw new UnknownRevisionException(
                    names(above),
                    "they require revisions that the downgrade would remove.",
                    "downgrade with the newer build that has these migrations, or by what was recorded of them"
                            + " (downgradeAsRecorded).");
        }
    }

    static List<String> names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
