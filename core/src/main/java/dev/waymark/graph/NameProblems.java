package dev.waymark.graph;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds ids and labels that are given more than once. */
final class NameProblems {

    private NameProblems() {}

    static List<Problem> in(List<RevisionInfo> revisions) {
        return Stream.concat(repeatedIds(revisions), repeatedLabels(revisions)).toList();
    }

    private static Stream<Problem> repeatedIds(List<RevisionInfo> revisions) {
        return timesUsed(revisions).entrySet().stream()
                .filter(use -> use.getValue() > 1)
                .map(use -> new Problem(
                        Kind.DUPLICATE_ID,
                        use.getKey().value(),
                        "'%s' is the id of %d revisions.".formatted(use.getKey(), use.getValue())));
    }

    private static Stream<Problem> repeatedLabels(List<RevisionInfo> revisions) {
        Map<RevisionId, Long> ids = timesUsed(revisions);
        return bearers(revisions).entrySet().stream()
                .flatMap(use -> labelProblem(
                        use.getKey(),
                        use.getValue(),
                        ids.containsKey(new RevisionId(use.getKey().value()))));
    }

    private static Stream<Problem> labelProblem(Label label, List<RevisionId> bearers, boolean isId) {
        if (isId) {
            return Stream.of(duplicate(label, "label '%s', on %s, is also the id of a revision.", bearers));
        }
        return bearers.size() > 1
                ? Stream.of(duplicate(label, "label '%s' is given more than once: to %s.", bearers))
                : Stream.empty();
    }

    private static Problem duplicate(Label label, String text, List<RevisionId> bearers) {
        String quoted = bearers.stream().map(id -> "'" + id + "'").collect(joining(" and "));
        return new Problem(Kind.DUPLICATE_LABEL, label.value(), text.formatted(label, quoted));
    }

    private static Map<RevisionId, Long> timesUsed(List<RevisionInfo> revisions) {
        return revisions.stream().collect(groupingBy(RevisionInfo::id, TreeMap::new, counting()));
    }

    private static Map<Label, List<RevisionId>> bearers(List<RevisionInfo> revisions) {
        Map<Label, List<RevisionId>> bearers = new TreeMap<>();
        for (RevisionInfo revision : revisions) {
            revision.labels().forEach(label -> bearers.computeIfAbsent(label, unseen -> new ArrayList<>())
                    .add(revision.id()));
        }
        return bearers;
    }
}
