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
        return madeHere(catalog.planner().upgrade(applied(), targets));
    }

    Plan downgrade(String target) {
        Plan plan = madeHere(catalog.planner().downgrade(applied(), target));
        requireNothingAbove(plan);
        return plan;
    }

    /** Whether the databases have exactly what the code has, and all of it as the code has it. */
    boolean isUpgraded() {
        return diagnosis.isClean()
                && stored.size() == catalog.graph().revisions().size();
    }

    List<String> pending() {
        return upgrade(List.of("heads")).steps().stream()
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
                    "downgrade with the newer build that has these migrations.");
        }
    }

    static List<String> names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
