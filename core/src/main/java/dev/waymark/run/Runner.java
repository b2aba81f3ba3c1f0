package dev.waymark.run;

import dev.waymark.error.TargetOutOfRangeException;
import dev.waymark.plan.Direction;
import dev.waymark.plan.Plan;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that changes databases: upgrades, downgrades, stamps. Every call opens its connections, takes the lock unless
 * there is nothing to do, reads everything again under it, and closes what it opened.
 */
public final class Runner {

    /** The target that names every head. */
    public static final List<String> EVERY_HEAD = List.of("heads");

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");

    private final RevisionSource source;
    private final List<Database<?>> databases;
    private final Settings settings;
    private final Clearance clearance;
    private final Consumer<RunEvent> listener;

    /**
     * Makes a runner.
     *
     * @param source the code's revisions
     * @param databases the databases, at least one
     * @param settings how to wait, retry and keep the history
     * @param listener is told what happens
     * @param hook is called before the steps of a run
     */
    public Runner(
            RevisionSource source,
            List<Database<?>> databases,
            Settings settings,
            Consumer<RunEvent> listener,
            BeforeSteps hook) {
        this.source = source;
        this.databases = List.copyOf(databases);
        this.settings = settings;
        this.listener = FlightRecording.before(new Narrator(LOG, listener));
        this.clearance = new Clearance(settings.preflight(), hook, this.listener);
    }

    /**
     * Applies the targets and all that they require.
     *
     * @param targets what to reach, at least one
     * @return what was done
     */
    public UpgradeReport upgrade(List<String> targets) {
        long started = System.nanoTime();
        try (Sessions sessions = Sessions.open(databases, settings)) {
            if (targets.equals(EVERY_HEAD) && sessions.areAt(source)) {
                List<RevisionId> at =
                        source.headDigests().keySet().stream().sorted().toList();
                return finished(new UpgradeReport(at, at, List.of(), since(started)));
            }
            Situation situation = toUpgrade(sessions);
            return walk(sessions, situation, situation.upgrade(targets), upgraded(started));
        }
    }

    /**
     * Removes what was applied after a target.
     *
     * @param target what to go down to
     * @return what was done
     */
    public DowngradeReport downgrade(String target) {
        long started = System.nanoTime();
        try (Sessions sessions = Sessions.open(databases, settings)) {
            Situation situation = sound(sessions, source, Direction.DOWN);
            return walk(sessions, situation, situation.downgrade(target), downgraded(started));
        }
    }

    /**
     * Removes what was applied after a target. What the code does not know goes down by what was recorded of it.
     *
     * @param target what to go down to
     * @return what was done
     */
    public DowngradeReport downgradeAsRecorded(String target) {
        long started = System.nanoTime();
        try (Sessions sessions = Sessions.open(databases, settings)) {
            Situation situation = sound(sessions, new RecordedRevisions(source, sessions), Direction.DOWN);
            return walk(sessions, situation, situation.downgrade(target), downgraded(started));
        }
    }

    /**
     * Walks a plan, if the databases are still where it was made for.
     *
     * @param plan the plan
     * @return what was done
     */
    public RunReport run(Plan plan) {
        long started = System.nanoTime();
        try (Sessions sessions = Sessions.open(databases, settings)) {
            boolean up = plan.direction() == Direction.UP;
            Situation situation = up ? toUpgrade(sessions) : sound(sessions, source, Direction.DOWN);
            situation.requireFitting(plan);
            return walkEither(sessions, situation, plan, started);
        }
    }

    /**
     * Goes on with a step that was begun and has not finished, in the direction in which it was begun. A statement of
     * which is not known whether it has taken effect is run again.
     *
     * @param id the id of its revision
     * @return what was done
     */
    public RunReport retry(String id) {
        long started = System.nanoTime();
        try (Sessions sessions = Sessions.open(databases, settings)) {
            Situation situation = locked(sessions);
            AppliedRevision unfinished = situation.diagnosis().unfinished(id);
            Plan plan = situation.retry(unfinished);
            sessions.settle(unfinished.id());
            return walkEither(sessions, situation, plan, started);
        }
    }

    /**
     * Changes the applied set without running anything.
     *
     * @param targets what is to be recorded as applied, together with all that it requires
     */
    public void stamp(List<String> targets) {
        try (Sessions sessions = Sessions.open(databases, settings)) {
            new Stamp(locked(sessions), sessions).at(targets);
        }
    }

    /**
     * Forgets the applied set, and stamps from nothing.
     *
     * @param targets what is to be recorded as applied, together with all that it requires
     */
    public void stampPurged(List<String> targets) {
        try (Sessions sessions = Sessions.open(databases, settings)) {
            new Stamp(locked(sessions), sessions).purged(targets);
        }
    }

    /**
     * Records applied revisions again as the code has them now, whatever they ran.
     *
     * @param target which
     */
    public void accept(String target) {
        try (Sessions sessions = Sessions.open(databases, settings)) {
            Situation situation = locked(sessions);
            situation.diagnosis().requireFinished();
            List<RevisionId> named = situation.catalog().planner().resolve(situation.applied(), target).stream()
                    .map(RevisionInfo::id)
                    .toList();
            if (named.isEmpty() || !situation.applied().containsAll(named)) {
                throw new TargetOutOfRangeException(
                        target,
                        TargetOutOfRangeException.Reason.NOT_APPLIED,
                        "only what is applied can be accepted.",
                        "name applied revisions; history() shows which are.");
            }
            new Refresh(situation, sessions).record(LogEntry.Event.ACCEPT, named);
        }
    }

    private Situation toUpgrade(Sessions sessions) {
        Situation situation = sound(sessions, source, Direction.UP);
        if (new Refresh(situation, sessions).harmless()) {
            situation = Situation.read(source, sessions);
        }
        situation.diagnosis().warnIfAhead(LOG);
        return situation;
    }

    private Situation sound(Sessions sessions, RevisionSource revisions, Direction direction) {
        sessions.lock(listener);
        Situation situation = Situation.read(revisions, sessions);
        situation.diagnosis().requireSound(direction, sessions::obstacle);
        return situation;
    }

    private Situation locked(Sessions sessions) {
        sessions.lock(listener);
        return Situation.read(source, sessions);
    }

    private RunReport walkEither(Sessions sessions, Situation situation, Plan plan, long started) {
        return plan.direction() == Direction.UP
                ? walk(sessions, situation, plan, upgraded(started))
                : walk(sessions, situation, plan, downgraded(started));
    }

    private <R extends RunReport> R walk(
            Sessions sessions, Situation situation, Plan plan, Function<Walked, R> reporting) {
        List<StepReport> steps = new Walk(situation, sessions, settings.transactions(), clearance).run(plan);
        List<RevisionId> to = steps.isEmpty()
                ? plan.heads()
                : AppliedSet.of(sessions.applied()).heads();
        return finished(reporting.apply(new Walked(plan.heads(), to, steps)));
    }

    private static Function<Walked, UpgradeReport> upgraded(long started) {
        return walked -> new UpgradeReport(walked.from(), walked.to(), walked.steps(), since(started));
    }

    private static Function<Walked, DowngradeReport> downgraded(long started) {
        return walked -> new DowngradeReport(walked.from(), walked.to(), walked.steps(), since(started));
    }

    private <R extends RunReport> R finished(R report) {
        listener.accept(new RunEvent.RunFinished(report));
        return report;
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /**
     * What a walk did.
     *
     * @param from the applied heads before it
     * @param to the applied heads after it
     * @param steps the steps
     */
    private record Walked(List<RevisionId> from, List<RevisionId> to, List<StepReport> steps) {}
}
