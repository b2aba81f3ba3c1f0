package dev.waymark.neo4j;

import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.DatabaseSession;
import dev.waymark.run.Failure;
import dev.waymark.run.HistoryChange;
import dev.waymark.run.LogEntry;
import dev.waymark.run.PreflightCheck;
import dev.waymark.run.Rehearsal;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import dev.waymark.run.StepOrder;
import dev.waymark.session.StatementWatch;
import dev.waymark.session.WatchedListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;

/** A session on Neo4j: a lease for the lock, and a driver session for each transaction. */
final class Neo4jSession implements DatabaseSession<CypherContext> {

    private final Neo4jDatabase database;
    private final Settings settings;
    private final HistoryNames names;
    private final Access access;
    private final Access history;
    private final HistoryReader reader;
    private final Workplace.Unfinished unfinished = new Workplace.Unfinished();
    private HistoryReader.@Nullable Heads heads;
    private @Nullable Lease lease;
    private @Nullable Workplace place;
    private @Nullable StatementWatch watch;
    private boolean prepared;

    Neo4jSession(Neo4jDatabase database, Access access, Settings settings) {
        this.database = database;
        this.settings = settings;
        this.access = access;
        names = HistoryNames.of(settings);
        history = database.history(access);
        reader = new HistoryReader(history, access, names);
    }

    @Override
    public Map<RevisionId, String> headDigests() {
        HistoryReader.Heads read = keeping("read the history", reader::heads);
        heads = read;
        return read.digests();
    }

    private HistoryReader.Heads heads() {
        if (heads == null) {
            headDigests();
        }
        return Objects.requireNonNull(heads);
    }

    private String target() {
        return heads().target();
    }

    ServerInfo server() {
        return new ServerInfo(heads().version(), heads().edition());
    }

    @Override
    public List<AppliedRevision> applied() {
        List<AppliedRevision> applied = keeping("read the history", () -> reader.applied(target()));
        unfinished.states().clear();
        applied.stream()
                .filter(revision -> revision.state() != AppliedRevision.State.APPLIED)
                .forEach(revision -> unfinished.states().put(revision.id(), revision.state()));
        return applied;
    }

    @Override
    public Optional<String> recordedUp(RevisionId id) {
        return keeping("read the history", () -> reader.revision(target(), id))
                .filter(node -> !node.get("up").isNull())
                .map(node -> node.get("up").asString());
    }

    @Override
    public Migration<CypherContext> recorded(RevisionId id) {
        return keeping("read the history", () -> reader.revision(target(), id))
                .map(RecordedMigration::of)
                .orElseGet(() -> new RecordedMigration(
                        Optional.empty(), "the history does not have it", CypherLanguage.OF_THE_DATABASE));
    }

    /** None: a stage that was not recorded has left nothing, or its marker, or is run again without harm. */
    @Override
    public Optional<String> obstacle(RevisionId id) {
        return Optional.empty();
    }

    @Override
    public void settle(RevisionId id) {
        // there is never a doubt, see obstacle
    }

    @Override
    public List<LogEntry> log(int limit) {
        return keeping("read the log", () -> reader.log(target(), limit));
    }

    @Override
    public void lock(Consumer<RunEvent.LockWaited> waiting) {
        HistoryReader.Heads known = heads();
        Lease taken = new Lease(access, names, known.target(), database.description(), database.lease());
        lease = taken;
        keeping("take the lock", () -> {
            setUp(known);
            taken.acquire(settings.timeouts().lockWait(), waiting);
            return true;
        });
        Workplace at = keeping("look at the user", () -> workplace(taken));
        place = at;
        if (history != access) {
            keeping("bring the history up to date", () -> {
                Journal.of(at).bringToHistory();
                return true;
            });
        }
    }

    /** Where the history is elsewhere it does not tell what the database has. */
    private void setUp(HistoryReader.Heads known) {
        if (!known.kept() || history != access) {
            new HistorySetup(access, names, settings.timeouts().lockWait()).ensure();
        }
        if (!known.kept() && history != access) {
            new HistorySetup(history, names, settings.timeouts().lockWait()).ensure();
        }
    }

    private Workplace workplace(Lease taken) {
        return new Workplace(
                new Workplace.Stores(access, history),
                database.description(),
                server(),
                taken,
                new HistoryWriter(names, target(), user()),
                new Transactions(access, settings.timeouts().lockTimeout()),
                new Workplace.Waits(settings.timeouts(), database.indexWait()),
                unfinished);
    }

    /** Empty where the server has no users. */
    private String user() {
        return access.look("SHOW CURRENT USER YIELD user RETURN user", Map.of()).stream()
                .map(row -> row.get("user").asString(""))
                .findFirst()
                .orElse("");
    }

    @Override
    public void prepare() {
        if (!prepared && !heads().kept()) {
            keeping(
                    "begin the history",
                    () -> history.run(names.in(HistoryCypher.PREPARE), Map.of("target", target())));
        }
        prepared = true;
    }

    @Override
    public List<PreflightCheck> preflight() {
        return keeping("look at the server", () -> new Preflight(access, server(), names).checks());
    }

    /** A migration that can't be made says so when its step is to run, with what came before it done. */
    @Override
    public List<String> unsupported(Supplier<Migration<CypherContext>> migration, Direction direction) {
        List<SchemaElement> created = new ArrayList<>();
        try {
            created.addAll(new RehearsalRoom(migration.get(), direction).created());
        } catch (RuntimeException | LinkageError e) {
            Transactions.LOG.debug("A migration can't be made", e);
        }
        return created.stream()
                .flatMap(element -> server().refusal(element).stream())
                .toList();
    }

    @Override
    public void run(List<StepOrder<CypherContext>> orders, Consumer<RunEvent> listener) throws Exception {
        prepare();
        try (WatchedListener watched = watch().telling(listener)) {
            new Steps(place(), order -> stages(order.step().id()), watched).run(orders);
        }
    }

    private List<StageRecord> stages(RevisionId id) {
        return keeping("read the history", () -> reader.stages(target(), id));
    }

    @Override
    public void record(HistoryChange change) {
        keeping("write the history", () -> {
            try (DataStage stage = place().historyStage(change.event().name())) {
                List<CompletionStage<ResultCursor>> sent = new ArrayList<>();
                for (Query query : place().writer().change(change)) {
                    sent.add(stage.send(query));
                }
                List<Record> verdict = List.of();
                for (CompletionStage<ResultCursor> each : sent) {
                    verdict = stage.rows(each);
                }
                HistoryWriter.requireHeads(verdict, change.headsBefore());
                if (change.event() == LogEntry.Event.STAMP) {
                    stage.rows(stage.send(place().expectation().write(live().schema())));
                }
                stage.commit();
            }
            return true;
        });
    }

    /** What the graph has now. */
    LiveSchema live() {
        return keeping("read the schema", () -> SchemaReader.read(access::run, server(), names.prefix()));
    }

    /** What the graph should have by its history. */
    GraphSchema expected() {
        return keeping("read the history", new Expectation(history, names, target())::read);
    }

    @Override
    public void logFailure(Failure failure) {
        if (place == null) {
            return;
        }
        try {
            Query query = place.writer().failure(failure);
            history.run(query.text(), query.parameters().asMap());
        } catch (Neo4jException e) {
            Transactions.LOG.warn("The failure could not be written to the log of {}", database.description(), e);
        }
    }

    @Override
    public Rehearsal rehearse(Migration<CypherContext> migration, Direction direction) {
        return new RehearsalRoom(migration, direction).rehearsed().outcome();
    }

    private StatementWatch watch() {
        if (watch == null) {
            watch = new StatementWatch(place().transactions(), settings.timeouts());
        }
        return watch;
    }

    Workplace place() {
        if (place == null) {
            throw new IllegalStateException("The lock comes first");
        }
        return place;
    }

    private <T> T keeping(String task, Supplier<T> work) {
        try {
            return work.get();
        } catch (Neo4jException e) {
            throw heads == null
                    ? Neo4jErrors.whileConnecting(database.description(), e)
                    : Neo4jErrors.whileKeepingHistory(database.description(), task, e);
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        try (access) {
            if (lease != null) {
                lease.close();
            }
        } catch (Neo4jException e) {
            Transactions.LOG.warn(
                    "The lock of {} could not be given back; it runs out by itself", database.description(), e);
        }
    }
}
