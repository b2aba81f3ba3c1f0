package dev.waymark.run;

import dev.waymark.error.UnknownRevisionException;
import dev.waymark.revision.RevisionId;
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
        become(situation.catalog().planner().stamp(situation.applied(), targets));
    }

    /** From nothing, whatever is recorded. */
    void purged(List<String> targets) {
        become(situation.catalog().planner().stamp(Set.of(), targets));
    }

    private void become(Set<RevisionId> wanted) {
        Refresh refresh = new Refresh(situation, sessions);
        for (Sessions.Opened<?> opened : sessions.all()) {
            List<AppliedRevision> stored = opened.session().applied();
            List<RevisionId> there = stored.stream()
                    .filter(revision -> revision.state() == AppliedRevision.State.APPLIED)
                    .map(AppliedRevision::id)
                    .toList();
            List<RevisionId> here = situation.catalog().graph().revisions().stream()
                    .filter(revision -> wanted.contains(revision.id())
                            && sessions.of(revision, situation.catalog().kind(revision.id()))
                                    .equals(opened))
                    .map(revision -> revision.id())
                    .toList();
            AppliedSet after = new AppliedSet();
            here.forEach(id -> after.add(id, situation.catalog().graph().requires(id)));
            opened.session()
                    .record(new HistoryChange(
                            LogEntry.Event.STAMP,
                            stored.stream()
                                    .map(AppliedRevision::id)
                                    .filter(id -> !wanted.contains(id))
                                    .toList(),
                            here.stream()
                                    .filter(id -> !there.contains(id))
                                    .map(refresh::recorded)
                                    .toList(),
                            after.heads(),
                            run));
        }
    }
}
