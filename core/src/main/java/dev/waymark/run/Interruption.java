package dev.waymark.run;

import dev.waymark.error.InterruptedRevisionException;
import dev.waymark.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;

/**
 * A revision whose step was begun and has not finished, and the ways out.
 *
 * @param diagnosis what the databases have
 * @param revision the revision
 */
record Interruption(Diagnosis diagnosis, AppliedRevision revision) {

    /** The refusal to go on by itself. */
    InterruptedRevisionException refused(String reason) {
        boolean up = revision.state() == AppliedRevision.State.APPLYING;
        String progress = "%d of its statements are done; it is recorded as %s. %s"
                .formatted(revision.statements(), up ? "applying" : "removing", reason);
        return new InterruptedRevisionException(revision.id().value(), progress, waysOut());
    }

    private List<String> waysOut() {
        String id = revision.id().value();
        List<String> ways = new ArrayList<>();
        if (diagnosis.isTransactional(revision)) {
            ways.add("say transactional = false again, and call retry(\"%s\")".formatted(id));
        } else {
            ways.add("go on with it by calling retry(\"%s\")".formatted(id));
        }
        if (!diagnosis.isTransactional(revision) && isAloneAboveWhatItRequires()) {
            ways.add("take it back by calling downgrade(\"%s\")"
                    .formatted(revision.requires().get(0)));
        }
        AppliedSet finished = AppliedSet.of(diagnosis.stored().stream()
                .filter(each -> each.state() == AppliedRevision.State.APPLIED)
                .toList());
        String without = stamp(finished.heads());
        finished.add(revision.id(), revision.requires());
        ways.add("make it whole by hand and call %s".formatted(stamp(finished.heads())));
        ways.add("take it back by hand and call %s".formatted(without));
        return ways;
    }

    /** Whether a way down to what it requires removes nothing else. */
    private boolean isAloneAboveWhatItRequires() {
        return revision.requires().size() == 1
                && diagnosis.stored().stream()
                        .filter(other -> !other.id().equals(revision.id()))
                        .noneMatch(other ->
                                other.requires().contains(revision.requires().get(0)));
    }

    private static String stamp(List<RevisionId> heads) {
        return heads.isEmpty() ? "stamp(\"base\")" : "stamp(\"" + String.join("\", \"", Situation.names(heads)) + "\")";
    }
}
