package dev.waymark.run;

import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.error.UnknownRevisionException;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;

/**
 * The applied set held against the code's revisions.
 *
 * @param stored the applied set as the databases have it
 * @param applied the applied revisions that the code knows, in the order in which they were applied
 * @param ahead those that the code does not know but that descend from what it knows: a newer build has been here
 * @param stray those that the code does not know and that do not even descend from what it knows
 * @param unfinished those whose step was begun and has not ended
 * @param changed those whose source is not what it was when they were applied
 * @param outdated those whose digest, or whose checksum, is to be recorded again since something below them is
 * @param transactional the unfinished ones that this code would run in a transaction, from their first statement on
 */
record Diagnosis(
        List<AppliedRevision> stored,
        Set<RevisionId> applied,
        List<RevisionId> ahead,
        List<RevisionId> stray,
        List<AppliedRevision> unfinished,
        List<RevisionId> changed,
        List<RevisionId> outdated,
        List<RevisionId> transactional) {

    private static final String TRANSACTIONAL_NOW = "This code would run it in a transaction.";

    static Diagnosis of(Catalog catalog, List<AppliedRevision> stored) {
        Set<RevisionId> applied = new LinkedHashSet<>();
        List<RevisionId> changed = new ArrayList<>();
        List<RevisionId> outdated = new ArrayList<>();
        for (AppliedRevision revision : stored) {
            if (!catalog.graph().contains(revision.id()) || revision.state() != AppliedRevision.State.APPLIED) {
                continue;
            }
            applied.add(revision.id());
            if (isChanged(catalog, revision)) {
                changed.add(revision.id());
            } else if (isOutdated(catalog, revision)) {
                outdated.add(revision.id());
            }
        }
        List<AppliedRevision> unknown = stored.stream()
                .filter(revision -> !catalog.graph().contains(revision.id()))
                .toList();
        List<RevisionId> ahead = ahead(catalog, unknown);
        return new Diagnosis(
                stored,
                applied,
                ahead,
                ids(unknown).stream().filter(id -> !ahead.contains(id)).toList(),
                stored.stream()
                        .filter(revision -> revision.state() != AppliedRevision.State.APPLIED)
                        .toList(),
                changed,
                outdated,
                stored.stream()
                        .filter(revision -> revision.state() != AppliedRevision.State.APPLIED)
                        // where such a step is recorded as begun it was run in parts, transaction or not
                        .filter(revision -> !revision.info().transactional())
                        .map(AppliedRevision::id)
                        .filter(id -> catalog.graph().contains(id)
                                && catalog.graph().revision(id).transactional())
                        .toList());
    }

    /**
     * Refuses what a run in a direction could not understand: what is unfinished in the other direction, or can't go on
     * by itself.
     *
     * @param obstacle why an unfinished step can't go on
     */
    void requireSound(Direction direction, Function<RevisionId, Optional<String>> obstacle) {
        for (AppliedRevision revision : unfinished) {
            Optional<String> reason = reasonToStop(direction, revision, obstacle);
            if (reason.isPresent()) {
                throw new Interruption(this, revision).refused(reason.get());
            }
        }
        requireKnown();
    }

    private Optional<String> reasonToStop(
            Direction direction, AppliedRevision revision, Function<RevisionId, Optional<String>> obstacle) {
        boolean goesUp = revision.state() == AppliedRevision.State.APPLYING;
        if (ahead.contains(revision.id())) {
            return Optional.of("This code does not have it.");
        }
        if (isTransactional(revision)) {
            return Optional.of(TRANSACTIONAL_NOW);
        }
        if (direction == Direction.DOWN && goesUp) {
            return Optional.empty();
        }
        return direction == Direction.UP && !goesUp
                ? Optional.of("It was being taken back.")
                : obstacle.apply(revision.id());
    }

    /** The unfinished revision of that id. */
    AppliedRevision unfinished(String id) {
        AppliedRevision revision = unfinished.stream()
                .filter(each -> each.id().value().equals(id) && !ahead.contains(each.id()))
                .findFirst()
                .orElseThrow(() -> new TargetOutOfRangeException(
                        id,
                        TargetOutOfRangeException.Reason.NOT_UNFINISHED,
                        "only a revision of this code that was begun and has not finished can be retried.",
                        "name such a revision; history() shows which are; or call upgrade() or downgrade()."));
        if (isTransactional(revision)) {
            throw new Interruption(this, revision).refused(TRANSACTIONAL_NOW);
        }
        return revision;
    }

    /** Whether this code would run it in a transaction, from its first statement on. */
    boolean isTransactional(AppliedRevision revision) {
        return transactional.contains(revision.id());
    }

    /** Refuses whatever is unfinished. */
    void requireFinished() {
        if (!unfinished.isEmpty()) {
            throw new Interruption(this, unfinished.get(0)).refused("Another migrator may be at work on it.");
        }
        requireKnown();
    }

    private void requireKnown() {
        if (!stray.isEmpty()) {
            throw new UnknownRevisionException(
                    stray.stream().map(RevisionId::value).toList(),
                    "none of them descends from a revision of this code, so the history belongs to other code, or the"
                            + " migrations were removed.",
                    "deploy the code that has these migrations; or, if they are gone for good, stamp the database anew with"
                            + " stampPurged.");
        }
    }

    /** Says that a newer build has been here, if so. */
    void warnIfAhead(Logger log) {
        if (!ahead.isEmpty()) {
            log.warn(
                    "The database is ahead of this code by {}: {}. A newer build has upgraded it.",
                    ahead.size(),
                    Situation.names(ahead));
        }
    }

    private static boolean isChanged(Catalog catalog, AppliedRevision revision) {
        return revision.checksum().isPresent()
                && catalog.checksum(revision.id())
                        .filter(now -> !now.equals(revision.checksum().orElseThrow()))
                        .isPresent();
    }

    /** Code without checksums can't tell, and does not forget those that are recorded. */
    private static boolean isOutdated(Catalog catalog, AppliedRevision revision) {
        boolean canTell = catalog.checksum(revision.id()).isPresent()
                || revision.checksum().isEmpty();
        return canTell && !catalog.digest(revision.id()).equals(revision.digest());
    }

    private static List<RevisionId> ahead(Catalog catalog, List<AppliedRevision> unknown) {
        Set<RevisionId> ahead = new LinkedHashSet<>();
        int before;
        do {
            before = ahead.size();
            unknown.stream()
                    .filter(revision -> descends(catalog, ahead, revision))
                    .forEach(revision -> ahead.add(revision.id()));
        } while (ahead.size() > before);
        return List.copyOf(ahead);
    }

    private static boolean descends(Catalog catalog, Set<RevisionId> ahead, AppliedRevision revision) {
        return !revision.requires().isEmpty()
                && revision.requires().stream()
                        .allMatch(required -> catalog.graph().contains(required) || ahead.contains(required));
    }

    private static List<RevisionId> ids(List<AppliedRevision> revisions) {
        return revisions.stream().map(AppliedRevision::id).toList();
    }
}
