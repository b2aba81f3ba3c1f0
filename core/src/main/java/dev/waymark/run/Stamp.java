package dev.waymark.run;

import dev.waymark.error.UnknownRevisionException;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes the applied set without running anything. */
final class Stamp {

    private final Situation situation;
    private final Sessions sessions;
    private final UUID run = UUID.randomUUID();

    Stamp(Situation situation, Sessions sessions) {
        this.situation = situation;
        this.sessions = sessions;
    }

    /** From what is applied. */
    void at(List<String> targets) {
        List<RevisionId> unknown = situation.stored().stream()
                .map(AppliedRevision::id)
                .filter(id -> !situation.catalog().graph().contains(id))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownRevisionException(
                    Situation.names(unknown),
                    "a stamp can't tell what becomes of them.",
                    "use the build that has these migrations; or, if they are to be forgotten, use stampPurged.");
        }
        Set<RevisionId> wanted = situation.catalog().planner().stamp(situation.applied(), targets);
        for (Sessions.Opened<?> opened : sessions.all()) {
            become(opened, wanted, opened.session().applied());
        }
    }

    /** From nothing, whatever is recorded. */
    void purged(List<String> targets) {
        Set<RevisionId> wanted = situation.catalog().planner().stamp(Set.of(), targets);
        for (Sessions.Opened<?> opened : sessions.all()) {
            List<AppliedRevision> stored = opened.session().applied();
            List<RevisionId> there = stored.stream().map(AppliedRevision::id).toList();
            record(opened, stored, new Change(there, ofDatabase(opened, wanted)), wanted);
        }
    }

    private void become(Sessions.Opened<?> opened, Set<RevisionId> wanted, List<AppliedRevision> stored) {
        List<RevisionId> removed = stored.stream()
                .map(AppliedRevision::id)
                .filter(id -> !wanted.contains(id))
                .toList();
        List<RevisionId> right = stored.stream()
                .filter(this::isRecordedRight)
                .map(AppliedRevision::id)
                .toList();
        List<RevisionId> recorded = ofDatabase(opened, wanted).stream()
                .filter(id -> !right.contains(id))
                .toList();
        record(opened, stored, new Change(removed, recorded), wanted);
    }

    /** Whether a row says what the code says, so that the heads by the code's edges are those by the rows' edges. */
    private boolean isRecordedRight(AppliedRevision revision) {
        return revision.state() == AppliedRevision.State.APPLIED
                && Set.copyOf(revision.requires())
                        .equals(Set.copyOf(situation.catalog().graph().requires(revision.id())));
    }

    private void record(
            Sessions.Opened<?> opened, List<AppliedRevision> stored, Change change, Set<RevisionId> wanted) {
        opened.session().prepare();
        Refresh refresh = new Refresh(situation, sessions);
        AppliedSet after = new AppliedSet();
        ofDatabase(opened, wanted)
                .forEach(id -> after.add(id, situation.catalog().graph().requires(id)));
        opened.session()
                .record(new HistoryChange(
                        LogEntry.Event.STAMP,
                        change.removed(),
                        change.recorded().stream().map(refresh::recorded).toList(),
                        AppliedSet.headsOf(stored),
                        after.heads(),
                        run));
    }

    private List<RevisionId> ofDatabase(Sessions.Opened<?> opened, Set<RevisionId> wanted) {
        return situation.catalog().graph().revisions().stream()
                .filter(revision -> wanted.contains(revision.id()))
                .filter(revision -> sessions.of(revision, situation.catalog().kind(revision.id()))
                        .equals(opened))
                .map(RevisionInfo::id)
                .toList();
    }

    /**
     * What becomes of the rows of a database.
     *
     * @param removed the revisions whose rows go
     * @param recorded the revisions whose rows come, or are written again
     */
    private record Change(List<RevisionId> removed, List<RevisionId> recorded) {}
}
