package dev.waymark.graph;

import static java.util.stream.Collectors.joining;

import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds edges that lead nowhere, to their own beginning, or twice to one place. */
final class EdgeProblems {

    private final Names names;
    private final Set<RevisionId> ids;

    private EdgeProblems(Names names, Set<RevisionId> ids) {
        this.names = names;
        this.ids = ids;
    }

    static List<Problem> in(List<RevisionInfo> revisions, Names names) {
        Set<RevisionId> ids = new HashSet<>();
        revisions.forEach(revision -> ids.add(revision.id()));
        EdgeProblems problems = new EdgeProblems(names, ids);
        return revisions.stream()
                .flatMap(revision -> Stream.concat(problems.ofParents(revision), problems.ofDependencies(revision)))
                .toList();
    }

    private Stream<Problem> ofParents(RevisionInfo revision) {
        Stream<Problem> wrong = new LinkedHashSet<>(revision.revises())
                .stream().flatMap(parent -> parentProblem(revision.id(), parent).stream());
        return Stream.concat(wrong, repeated(revision.id(), "revises", revision.revises()));
    }

    private Optional<Problem> parentProblem(RevisionId id, RevisionId parent) {
        if (parent.equals(id)) {
            return problem(Kind.SELF_LOOP, id, "'%s' revises itself.".formatted(id));
        }
        return ids.contains(parent)
                ? Optional.empty()
                : problem(
                        Kind.UNKNOWN_PARENT,
                        id,
                        "'%s' revises '%s', which does not exist%s"
                                .formatted(id, parent, suggestion(nearestIds(parent.value()))));
    }

    private Stream<Problem> ofDependencies(RevisionInfo revision) {
        Stream<Problem> wrong = new LinkedHashSet<>(revision.dependsOn())
                .stream().flatMap(name -> dependencyProblem(revision.id(), name).stream());
        List<RevisionId> known = revision.dependsOn().stream()
                .flatMap(name -> names.exactly(name).stream())
                .toList();
        return Stream.concat(wrong, repeated(revision.id(), "depends on", known));
    }

    private Optional<Problem> dependencyProblem(RevisionId id, String name) {
        Optional<RevisionId> named = names.exactly(name);
        if (named.isEmpty()) {
            return problem(
                    Kind.UNKNOWN_DEPENDENCY,
                    id,
                    "'%s' depends on '%s', which is no id and no label%s"
                            .formatted(id, name, suggestion(names.nearest(name))));
        }
        return named.get().equals(id)
                ? problem(Kind.DEPENDENCY_SELF_LOOP, id, "'%s' depends on itself.".formatted(id))
                : Optional.empty();
    }

    private static Stream<Problem> repeated(RevisionId id, String verb, List<RevisionId> edges) {
        Set<RevisionId> seen = new HashSet<>();
        Set<RevisionId> repeated = new LinkedHashSet<>(edges);
        repeated.retainAll(edges.stream().filter(edge -> !seen.add(edge)).toList());
        return repeated.stream()
                .flatMap(edge ->
                        problem(Kind.DUPLICATE_EDGE, id, "'%s' %s '%s' more than once.".formatted(id, verb, edge))
                                .stream());
    }

    /** A parent is named by its id alone, so a label that comes near stands for the revision it is on. */
    private Collection<String> nearestIds(String name) {
        Set<String> nearest = new LinkedHashSet<>();
        for (String near : names.nearest(name)) {
            names.exactly(near).ifPresent(id -> nearest.add(id.value()));
        }
        return nearest;
    }

    private static String suggestion(Collection<String> nearest) {
        return nearest.isEmpty()
                ? "."
                : nearest.stream().map(name -> "'" + name + "'").collect(joining(" or ", "; did you mean ", "?"));
    }

    private static Optional<Problem> problem(Kind kind, RevisionId subject, String text) {
        return Optional.of(new Problem(kind, subject.value(), text));
    }
}
