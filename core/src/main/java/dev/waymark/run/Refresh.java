package dev.waymark.run;

import dev.waymark.error.ChangedRevisionException;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
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

    /** Records again all that runs what it ran; refuses the first revision that does not. */
    void harmless() {
        situation.diagnosis().changed().forEach(this::requireSameStatements);
        record(LogEntry.Event.REFRESH, situation.diagnosis().changed());
        record(LogEntry.Event.REFRESH, situation.diagnosis().outdated());
    }

    void record(LogEntry.Event event, List<RevisionId> ids) {
        for (Sessions.Opened<?> opened : sessions.all()) {
            List<HistoryChange.Recorded> recorded = ids.stream()
                    .filter(id -> opened(id).equals(opened))
                    .map(this::recorded)
                    .toList();
            if (!recorded.isEmpty()) {
                List<RevisionId> heads =
                        AppliedSet.of(opened.session().applied()).heads();
                opened.session().record(new HistoryChange(event, List.of(), recorded, heads, UUID.randomUUID()));
            }
        }
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
