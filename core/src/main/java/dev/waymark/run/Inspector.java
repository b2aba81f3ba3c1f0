package dev.waymark.run;

import static java.util.stream.Collectors.toMap;

import dev.waymark.error.PendingRevisionsException;
import dev.waymark.error.WaitTimedOutException;
import dev.waymark.plan.Plan;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that only reads. It never takes the lock and never makes the history's tables. */
public final class Inspector {

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final RevisionSource source;
    private final List<Database<?>> databases;
    private final Settings settings;

    /**
     * Makes an inspector.
     *
     * @param source the code's revisions
     * @param databases the databases, at least one
     * @param settings where the history is, and how long to wait for an upgrade
     */
    public Inspector(RevisionSource source, List<Database<?>> databases, Settings settings) {
        this.source = source;
        this.databases = List.copyOf(databases);
        this.settings = settings;
    }

    /** {@return the applied heads as the databases have them, also those that the code does not know} */
    public List<AppliedRevision> current() {
        return inSituation(situation -> {
            List<RevisionId> heads = situation.heads();
            return situation.stored().stream()
                    .filter(revision -> heads.contains(revision.id()))
                    .toList();
        });
    }

    /** {@return the heads of the branches that the code has} */
    public List<RevisionInfo> heads() {
        Catalog catalog = new Catalog(source.registrations());
        return catalog.graph().heads().stream().map(catalog.graph()::revision).toList();
    }

    /** {@return the points where the code's revisions fork} */
    public List<Branch> branches() {
        Catalog catalog = new Catalog(source.registrations());
        return catalog.graph().branches().entrySet().stream()
                .map(entry -> new Branch(
                        catalog.graph().revision(entry.getKey()),
                        entry.getValue().stream().map(catalog.graph()::revision).toList()))
                .toList();
    }

    /**
     * {@return the revisions of a range, newest first, each with how the databases have it}
     *
     * @param range a range such as {@code a:b}, {@code :current} or {@code -3:}
     */
    public List<RevisionStatus> history(String range) {
        return inSituation(
                situation -> statuses(situation, situation.catalog().planner().history(situation.applied(), range)));
    }

    /**
     * {@return what a target names, each with how the databases have it}
     *
     * @param target the target; {@code current} is one too
     */
    public List<RevisionStatus> show(String target) {
        return inSituation(
                situation -> statuses(situation, situation.catalog().planner().resolve(situation.applied(), target)));
    }

    /**
     * {@return the latest entries of the log, newest first}
     *
     * @param limit how many at most, from 1
     */
    public List<LogEntry> log(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is %d: use 1 or more".formatted(limit));
        }
        try (Sessions sessions = Sessions.open(databases, settings)) {
            return sessions.log(limit);
        }
    }

    /** {@return what would be in the way of a run, on every database} */
    public PreflightReport preflight() {
        try (Sessions sessions = Sessions.open(databases, settings)) {
            return PreflightReport.of(sessions.all());
        }
    }

    /**
     * {@return the plan of an upgrade}
     *
     * @param targets what to reach
     */
    public Plan upgradePlan(List<String> targets) {
        return inSituation(situation -> situation.upgrade(targets));
    }

    /**
     * {@return the plan of a downgrade}
     *
     * @param target what to go down to
     */
    public Plan downgradePlan(String target) {
        return inSituation(situation -> situation.downgrade(target));
    }

    /**
     * Makes sure that every revision of the code is applied.
     *
     * @return the applied heads
     * @throws PendingRevisionsException if one is not
     */
    public UpgradeReport requireUpgraded() {
        long started = System.nanoTime();
        try (Sessions sessions = Sessions.open(databases, settings)) {
            if (sessions.areAt(source)) {
                return untouched(sorted(source.headDigests()), started);
            }
            Situation situation = Situation.read(source, sessions);
            situation.diagnosis().requireFinished();
            if (!situation.pending().isEmpty()) {
                throw new PendingRevisionsException(situation.pending());
            }
            new Refresh(situation, sessions).requireHarmless();
            situation.diagnosis().warnIfAhead(LOG);
            return untouched(situation.heads(), started);
        }
    }

    /**
     * Waits until every revision of the code is applied.
     *
     * @return the applied heads
     * @throws WaitTimedOutException if that does not happen within {@link Settings.Timeouts#upgradeWait}
     */
    public UpgradeReport awaitUpgraded() {
        long started = System.nanoTime();
        try (Sessions sessions = Sessions.open(databases, settings)) {
            Map<RevisionId, String> heads = source.headDigests();
            Optional<Map<RevisionId, String>> seen = Optional.empty();
            List<String> pending = List.of();
            while (true) {
                Map<RevisionId, String> found = sessions.headDigests();
                if (!seen.equals(Optional.of(found))) {
                    pending = found.equals(heads)
                            ? List.of()
                            : Situation.read(source, sessions).pending();
                    seen = Optional.of(found);
                }
                if (pending.isEmpty()) {
                    return untouched(sorted(found), started);
                }
                sleepUntilNextLook(started, pending);
            }
        }
    }

    private void sleepUntilNextLook(long started, List<String> pending) {
        Duration waited = Duration.ofNanos(System.nanoTime() - started);
        if (waited.compareTo(settings.timeouts().upgradeWait()) >= 0) {
            throw new WaitTimedOutException(waited, pending);
        }
        Duration left = settings.timeouts().upgradeWait().minus(waited);
        Sleep.forAtMost(left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP);
    }

    private static UpgradeReport untouched(List<RevisionId> heads, long started) {
        UpgradeReport report =
                new UpgradeReport(heads, heads, List.of(), Duration.ofNanos(System.nanoTime() - started));
        LOG.info("nothing to do, at {} ({} ms)", heads, report.took().toMillis());
        return report;
    }

    private static List<RevisionId> sorted(Map<RevisionId, String> heads) {
        return heads.keySet().stream().sorted().toList();
    }

    private static List<RevisionStatus> statuses(Situation situation, List<RevisionInfo> revisions) {
        Map<RevisionId, AppliedRevision> stored =
                situation.stored().stream().collect(toMap(AppliedRevision::id, Function.identity()));
        return revisions.stream()
                .map(revision -> new RevisionStatus(revision, Optional.ofNullable(stored.get(revision.id()))))
                .toList();
    }

    private <R> R inSituation(Function<Situation, R> question) {
        try (Sessions sessions = Sessions.open(databases, settings)) {
            return question.apply(Situation.read(source, sessions));
        }
    }
}
