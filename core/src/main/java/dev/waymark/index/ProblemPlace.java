package dev.waymark.index;

import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.index.Complaints.Place;
import dev.waymark.index.ForkRule.Fork;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;

/** Finds the value in the source that a problem of the graph is about; empty where it was not compiled this time. */
final class ProblemPlace {

    private final OwnRevisions own;

    ProblemPlace(OwnRevisions own) {
        this.own = own;
    }

    Optional<Place> of(Problem problem) {
        String key = key(problem.kind());
        return declarations(problem, key)
                .findFirst()
                .map(declaration -> new Place(declaration, value(declaration, key, problem)));
    }

    /** At the later head, if it has a line to show. */
    Optional<Place> of(Fork fork) {
        return Stream.of(fork.other(), fork.one())
                .flatMap(id -> own.declaration(id.value()).stream())
                .findFirst()
                .map(declaration -> new Place(declaration, declaration.value("revises")));
    }

    /** Which part of the annotation is at fault. */
    private static String key(Kind kind) {
        return switch (kind) {
            case DUPLICATE_LABEL -> "labels";
            case UNKNOWN_PARENT, SELF_LOOP, CYCLE, DUPLICATE_EDGE -> "revises";
            case UNKNOWN_DEPENDENCY, DEPENDENCY_SELF_LOOP, DEPENDENCY_CYCLE -> "dependsOn";
            case EMPTY, DUPLICATE_ID, ILLEGAL_NAME, NOT_TRANSACTIONAL, UNUSABLE_CLASS, UNREADABLE_INDEX -> "id";
        };
    }

    private Stream<Declaration> declarations(Problem problem, String key) {
        return switch (problem.kind()) {
            case DUPLICATE_LABEL ->
                own.declarations().stream()
                        .filter(declaration -> declaration.texts(key).contains(problem.subject()))
                        .sorted(Comparator.comparing(Declaration::id).reversed());
            case CYCLE, DEPENDENCY_CYCLE ->
                own.declarations().stream().filter(declaration -> quoted(problem, declaration.id()) >= 0);
            default -> own.declaration(problem.subject()).stream();
        };
    }

    /** Of several names the one that the text quotes first. */
    private static AnnotationValue value(Declaration declaration, String key, Problem problem) {
        return declaration.texts(key).stream()
                .filter(name -> quoted(problem, name) >= 0)
                .min(Comparator.comparing(name -> quoted(problem, name)))
                .map(name -> declaration.item(key, name))
                .orElseGet(() -> declaration.value(key));
    }

    private static int quoted(Problem problem, String name) {
        return problem.text().indexOf("'" + name + "'");
    }
}
