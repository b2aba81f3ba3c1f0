package dev.waymark.run;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One open session for each database of a migrator. */
final class Sessions implements AutoCloseable {

    private final List<Opened<?>> opened;

    private Sessions(List<Opened<?>> opened) {
        this.opened = opened;
    }

    static Sessions open(List<Database<?>> databases, Settings settings) {
        Sessions sessions = new Sessions(new ArrayList<>());
        try {
            for (Database<?> database : databases) {
                sessions.opened.add(open(database, settings));
            }
            return sessions;
        } catch (RuntimeException e) {
            sessions.close();
            throw e;
        }
    }

    private static <C> Opened<C> open(Database<C> database, Settings settings) {
        return new Opened<>(database, database.open(settings));
    }

    /** Whether the databases have exactly the revisions that the code has, at the cost of one statement for each. */
    boolean areAt(RevisionSource source) {
        return opened.size() == 1
                ? opened.get(0).session().headDigests().equals(source.headDigests())
                : eachIsAt(new Catalog(source.registrations()));
    }

    /** Each database vouches for its own revisions by the digests of its own heads, which reach over all databases. */
    private boolean eachIsAt(Catalog catalog) {
        Map<Opened<?>, Set<RevisionId>> own = new HashMap<>();
        for (RevisionInfo revision : catalog.graph().revisions()) {
            own.computeIfAbsent(of(revision, catalog.kind(revision.id())), any -> new LinkedHashSet<>())
                    .add(revision.id());
        }
        return opened.stream()
                .allMatch(each ->
                        each.session().headDigests().equals(catalog.headDigests(own.getOrDefault(each, Set.of()))));
    }

    Map<RevisionId, String> headDigests() {
        Map<RevisionId, String> digests = new HashMap<>();
        opened.forEach(each -> digests.putAll(each.session().headDigests()));
        return digests;
    }

    void lock(Consumer<RunEvent> listener) {
        opened.forEach(each -> each.session().lock(listener::accept));
    }

    /** Why an unfinished step can't go on by itself, as the database tells that has it. */
    Optional<String> obstacle(RevisionId id) {
        return opened.stream()
                .flatMap(each -> each.session().obstacle(id).stream())
                .findFirst();
    }

    /** Takes what is not known of an unfinished step for not done. */
    void settle(RevisionId id) {
        opened.stream()
                .filter(each -> each.session().applied().stream()
                        .anyMatch(revision -> revision.id().equals(id)))
                .forEach(each -> each.session().settle(id));
    }

    /** The applied sets of all databases together, in the order in which they were applied. */
    List<AppliedRevision> applied() {
        return opened.stream()
                .flatMap(each -> each.session().applied().stream())
                .sorted(Comparator.comparing(revision -> revision.execution().at()))
                .toList();
    }

    List<LogEntry> log(int limit) {
        return opened.stream()
                .flatMap(each -> each.session().log(limit).stream())
                .sorted(Comparator.comparing(LogEntry::at).reversed())
                .limit(limit)
                .toList();
    }

    List<Opened<?>> all() {
        return opened;
    }

    /** The database that a revision belongs to. */
    Opened<?> of(RevisionInfo revision, String kind) {
        List<Opened<?>> fitting = opened.stream()
                .filter(each -> each.database().kind().getName().equals(kind)
                        && (revision.database().isEmpty()
                                || each.database().name().equals(revision.database())))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String problem = fitting.isEmpty()
                ? "Revision '%s' is a %s%s, and the migrator has no such database"
                : "Revision '%s' is a %s%s, and several databases of the migrator are of that kind; @Revision(database = ...)"
                        + " names one";
        String named = revision.database().isEmpty() ? "" : " for the database '%s'".formatted(revision.database());
        throw new InvalidMigrationsException(List.of(new Problem(
                Kind.UNUSABLE_CLASS,
                revision.id().value(),
                problem.formatted(revision.id(), kind.substring(kind.lastIndexOf('.') + 1), named))));
    }

    @Override
    public void close() {
        RuntimeException first = null;
        for (Opened<?> each : opened) {
            try {
                each.session().close();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /**
     * A database and its session.
     *
     * @param database the database
     * @param session its session
     * @param <C> what its migrations work with
     */
    record Opened<C>(Database<C> database, DatabaseSession<C> session) {}
}
