package dev.waymark.run;

import dev.waymark.error.LockLostException;
import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.error.StalePlanException;
import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A database that holds a set of words and its history in memory. It serves the engine's own tests. */
public final class InMemoryDatabase implements Database<Set<String>> {

    /** A migration of this database. */
    public interface WordMigration extends Migration<Set<String>> {}

    private final String name;
    private final Semaphore lock = new Semaphore(1);
    private final Map<RevisionId, AppliedRevision> history = new LinkedHashMap<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final List<String> readings = new ArrayList<>();
    private Set<String> words = new TreeSet<>();

    public InMemoryDatabase(String name) {
        this.name = name;
    }

    /** What was read of its history since it was last forgotten. */
    public List<String> readings() {
        return List.copyOf(readings);
    }

    public void forgetReadings() {
        readings.clear();
    }

    public Set<String> words() {
        return words;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return "memory";
    }

    @Override
    public Class<? extends Migration<Set<String>>> kind() {
        return WordMigration.class;
    }

    @Override
    public DatabaseSession<Set<String>> open(Settings settings) {
        return new Session(settings);
    }

    private final class Session implements DatabaseSession<Set<String>> {

        private final Settings settings;
        private boolean holdsLock;

        Session(Settings settings) {
            this.settings = settings;
        }

        @Override
        public Map<RevisionId, String> headDigests() {
            readings.add("heads");
            Map<RevisionId, String> digests = new HashMap<>();
            List<RevisionId> heads = heads();
            history.values().stream()
                    .filter(revision -> heads.contains(revision.id()))
                    .forEach(revision -> digests.put(revision.id(), revision.digest()));
            return digests;
        }

        @Override
        public List<AppliedRevision> applied() {
            readings.add("applied");
            return List.copyOf(history.values());
        }

        @Override
        public Optional<String> recordedUp(RevisionId id) {
            return Optional.empty();
        }

        @Override
        public List<LogEntry> log(int limit) {
            List<LogEntry> newestFirst = new ArrayList<>(log);
            Collections.reverse(newestFirst);
            return newestFirst.subList(0, Math.min(limit, newestFirst.size()));
        }

        @Override
        public void lock(Consumer<RunEvent.LockWaited> waiting) {
            holdsLock = lock.tryAcquire();
            if (!holdsLock) {
                throw new LockNotAcquiredException(settings.timeouts().lockWait(), "somebody");
            }
        }

        @Override
        public Migration<Set<String>> recorded(RevisionId id) {
            throw new UnsupportedOperationException("Words are not recorded");
        }

        @Override
        public Optional<String> obstacle(RevisionId id) {
            return Optional.empty();
        }

        @Override
        public void settle(RevisionId id) {}

        @Override
        public List<PreflightCheck> preflight() {
            return List.of();
        }

        @Override
        public void prepare() {}

        @Override
        public void run(List<StepOrder<Set<String>>> orders, Consumer<RunEvent> listener) throws Exception {
            Set<String> copy = new TreeSet<>(words);
            Map<RevisionId, AppliedRevision> historyBefore = new LinkedHashMap<>(history);
            try {
                for (StepOrder<Set<String>> order : orders) {
                    listener.accept(new RunEvent.StepStarted(order.step()));
                    step(order, copy);
                    listener.accept(new RunEvent.StepFinished(order.step(), Duration.ZERO));
                }
                words = copy;
            } catch (Exception e) {
                history.clear();
                history.putAll(historyBefore);
                throw e;
            }
        }

        private void step(StepOrder<Set<String>> order, Set<String> copy) throws Exception {
            RevisionId id = order.step().id();
            boolean up = order.step().direction() == Direction.UP;
            if (up) {
                order.migration().up(copy);
            } else {
                order.migration().down(copy);
            }
            requirePermission(order);
            if (up) {
                history.put(
                        id,
                        revision(
                                order.step().revision().message(),
                                id,
                                order.requires(),
                                order.checksum(),
                                order.digest()));
            } else {
                history.remove(id);
            }
            append(up ? LogEntry.Event.UPGRADE : LogEntry.Event.DOWNGRADE, id, "", order.run());
        }

        private void requirePermission(StepOrder<?> order) {
            if (!holdsLock) {
                throw new LockLostException("memory");
            }
            if (!order.heads().before().equals(heads())) {
                throw new StalePlanException(Situation.names(order.heads().before()), Situation.names(heads()));
            }
        }

        @Override
        public void record(HistoryChange change) {
            change.removed().forEach(id -> {
                history.remove(id);
                append(LogEntry.Event.UNSTAMP, id, "", change.run());
            });
            change.recorded().forEach(recorded -> {
                RevisionId id = recorded.info().id();
                history.put(
                        id,
                        revision(
                                recorded.info().message(),
                                id,
                                recorded.requires(),
                                recorded.checksum(),
                                recorded.digest()));
                append(change.event(), id, "", change.run());
            });
        }

        @Override
        public void logFailure(Failure failure) {
            append(LogEntry.Event.FAILURE, failure.step().id(), failure.problem(), failure.run());
        }

        @Override
        public Rehearsal rehearse(Migration<Set<String>> migration, Direction direction) {
            try {
                migration.down(new TreeSet<>(words));
                return new Rehearsal.Unknown("words are not statements");
            } catch (Irreversible e) {
                return new Rehearsal.CannotBeUndone(String.valueOf(e.getMessage()));
            } catch (Exception e) {
                return new Rehearsal.Unknown(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void close() {
            if (holdsLock) {
                holdsLock = false;
                lock.release();
            }
        }

        private List<RevisionId> heads() {
            return AppliedSet.of(history.values()).heads();
        }

        private AppliedRevision revision(
                String message,
                RevisionId id,
                Collection<RevisionId> requires,
                Optional<String> checksum,
                String digest) {
            return new AppliedRevision(
                    new RevisionInfo(id, List.copyOf(requires), message, List.of(), List.of(), true, ""),
                    List.copyOf(requires),
                    checksum,
                    digest,
                    AppliedRevision.State.APPLIED,
                    0,
                    new AppliedRevision.Execution(Instant.now(), "tester", Duration.ZERO));
        }

        private void append(LogEntry.Event event, @Nullable RevisionId id, String detail, UUID run) {
            log.add(new LogEntry(
                    Instant.now(),
                    event,
                    Optional.ofNullable(id),
                    "tester",
                    "",
                    Duration.ZERO,
                    detail,
                    new LogEntry.Origin(run, "test")));
        }
    }
}
