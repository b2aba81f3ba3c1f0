package dev.waymark.run;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The code's revisions, and those that only the databases know, which can go down by what was recorded of them.
 *
 * @param code the code's revisions
 * @param sessions the databases
 */
record RecordedRevisions(RevisionSource code, Sessions sessions) implements RevisionSource {

    @Override
    public Map<RevisionId, String> headDigests() {
        return code.headDigests();
    }

    @Override
    public List<Registration> registrations() {
        List<Registration> all = new ArrayList<>(code.registrations());
        Set<RevisionId> known = new HashSet<>();
        all.forEach(each -> known.add(each.info().id()));
        for (Sessions.Opened<?> opened : sessions.all()) {
            opened.session().applied().stream()
                    .filter(revision -> !known.contains(revision.id()))
                    .forEach(revision -> all.add(registration(opened, revision)));
        }
        return all;
    }

    private static Registration registration(Sessions.Opened<?> opened, AppliedRevision revision) {
        RevisionInfo info = revision.info();
        return new Registration(
                new RevisionInfo(
                        info.id(),
                        info.revises(),
                        info.message(),
                        info.labels(),
                        info.dependsOn(),
                        info.transactional(),
                        opened.database().name()),
                revision.checksum(),
                opened.database().kind().getName(),
                () -> opened.session().recorded(revision.id()));
    }
}
