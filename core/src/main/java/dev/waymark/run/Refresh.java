package dev.waymark.run;

import dev.waymark.error.ChangedRevisionException;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings recorded checksums and digests up to date. A revision that was changed since it was applied is recorded again
 * only if it would still run what it ran then.
 */
final class Refresh {

    private final Situation situation;
    private final Sessions sessions;

    Refresh(Situation situation, Sessions sessions) {
        this.situation = situation;
        this.sessions = sessions;
    }

    /** Refuses the first changed revision that would not run what it ran. */
    void requireHarmless() {
        situation.diagnosis().changed().forEach(this::requireSameStatements);
    }

    /** Records again all that runs what it ran, and says whether there was anything. */
    boolean harmless() {
        requireHarmless();
        List<RevisionId> again = new ArrayList<>(situation.diagnosis().changed());
        again.addAll(situation.diagnosis().outdated());
        record(LogEntry.Event.REFRESH, again);
        return !again.isEmpty();
    }

    void record(LogEntry.Event event, List<RevisionId> ids) {
        for (Sessions.Opened<?> opened : sessions.all()) {
            List<HistoryChange.Recorded> recorded = ids.stream()
                    .filter(id -> opened(id).equals(opened))
                    .map(this::recorded)
                    .toList();
            if (!recorded.isEmpty()) {
                opened.session().prepare();
                opened.session()
                        .record(new HistoryChange(
                                event,
                                List.of(),
                                recorded,
                                AppliedSet.headsOf(opened.session().applied()),
                                headsWith(recorded, opened),
                                UUID.randomUUID()));
            }
        }
    }

    /** The heads by the edges that are recorded once these are recorded again. */
    private static List<RevisionId> headsWith(List<HistoryChange.Recorded> again, Sessions.Opened<?> opened) {
        Map<RevisionId, List<RevisionId>> edges = new LinkedHashMap<>();
        opened.session().applied().forEach(revision -> edges.put(revision.id(), revision.requires()));
        again.forEach(revision -> edges.put(revision.info().id(), revision.requires()));
        AppliedSet set = new AppliedSet();
        edges.forEach(set::add);
        return set.heads();
    }

    HistoryChange.Recorded recorded(RevisionId id) {
        Catalog catalog = situation.catalog();
        return new HistoryChange.Recorded(
                catalog.graph().revision(id), catalog.graph().requires(id), catalog.checksum(id), catalog.digest(id));
    }

    private Sessions.Opened<?> opened(RevisionId id) {
        RevisionInfo revision = situation.catalog().graph().revision(id);
        return sessions.of(revision, situation.catalog().kind(id));
    }

    private void requireSameStatements(RevisionId id) {
        Optional<String> ran = opened(id).session().recordedUp(id);
        Optional<String> now = wouldRun(opened(id), id);
        if (ran.isEmpty() || !ran.equals(now)) {
            throw new ChangedRevisionException(id.value(), ran.orElse(null), now.orElse(null));
        }
    }

    private <C> Optional<String> wouldRun(Sessions.Opened<C> opened, RevisionId id) {
        Migration<C> migration =
                opened.database().kind().cast(situation.catalog().migration(id));
        return opened.session().rehearse(migration, Direction.UP) instanceof Rehearsal.Statements statements
                ? Optional.of(statements.sql())
                : Optional.empty();
    }
}
