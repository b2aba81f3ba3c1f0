package dev.waymark;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.migration.Migration;
import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.Registration;
import dev.waymark.run.RevisionSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Revisions that were registered by hand. Their sources are not at hand, so they have no checksums.
 *
 * @param registrations the revisions
 * @param headDigests the digests of those that no other one requires
 */
record RegisteredRevisions(List<Registration> registrations, Map<RevisionId, String> headDigests)
        implements RevisionSource {

    static RegisteredRevisions of(List<Migration<?>> migrations) {
        if (migrations.isEmpty()) {
            throw new InvalidMigrationsException(
                    List.of(new Problem(Kind.EMPTY, "", "No revisions were registered: the list is empty")));
        }
        List<Registration> registrations =
                migrations.stream().map(RegisteredRevisions::registration).toList();
        RevisionGraph graph =
                RevisionGraph.of(registrations.stream().map(Registration::info).toList());
        Map<RevisionId, String> digests = graph.digests(Map.of());
        Map<RevisionId, String> heads = new HashMap<>(digests);
        heads.keySet().retainAll(graph.effectiveHeads());
        return new RegisteredRevisions(registrations, Map.copyOf(heads));
    }

    private static Registration registration(Migration<?> migration) {
        return new Registration(info(migration.getClass()), Optional.empty(), kind(migration), () -> migration);
    }

    private static RevisionInfo info(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            throw unusable(type, "carries no @Revision");
        }
        try {
            return new RevisionInfo(
                    new RevisionId(revision.id()),
                    Arrays.stream(revision.revises()).map(RevisionId::new).toList(),
                    revision.message(),
                    Arrays.stream(revision.labels()).map(Label::new).toList(),
                    List.of(revision.dependsOn()),
                    revision.transactional(),
                    revision.database());
        } catch (IllegalArgumentException e) {
            throw new InvalidMigrationsException(List.of(new Problem(
                    Kind.ILLEGAL_NAME, type.getName(), "%s: %s".formatted(type.getName(), e.getMessage()))));
        }
    }

    private static String kind(Migration<?> migration) {
        return kind(migration.getClass())
                .orElseThrow(
                        () -> unusable(migration.getClass(), "implements no kind of Migration such as SqlMigration"))
                .getName();
    }

    private static Optional<Class<?>> kind(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            if (Arrays.asList(each.getInterfaces()).contains(Migration.class)) {
                return Optional.of(each);
            }
            Optional<Class<?>> deeper = kind(each);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.ofNullable(type.getSuperclass()).flatMap(RegisteredRevisions::kind);
    }

    private static InvalidMigrationsException unusable(Class<?> type, String problem) {
        return new InvalidMigrationsException(List.of(
                new Problem(Kind.UNUSABLE_CLASS, type.getName(), "Class %s %s".formatted(type.getName(), problem))));
    }
}
