package dev.waymark.run;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.error.IrreversibleRevisionException;
import dev.waymark.error.UnsupportedFeatureException;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.plan.Plan;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Walks a plan: each step on the database that it belongs to, in the plan's order. */
final class Walk {

    private final Situation situation;
    private final Sessions sessions;
    private final TransactionScope scope;
    private final Consumer<RunEvent> listener;
    private final Clearance clearance;
    private final UUID run = UUID.randomUUID();
    private final Map<Sessions.Opened<?>, AppliedSet> sets = new HashMap<>();
    private final List<StepReport> reports = new ArrayList<>();

    Walk(Situation situation, Sessions sessions, TransactionScope scope, Clearance clearance) {
        this.situation = situation;
        this.sessions = sessions;
        this.scope = scope;
        this.listener = clearance.listener();
        this.clearance = clearance;
        List<Sessions.Opened<?>> all = sessions.all();
        for (Sessions.Opened<?> opened : all) {
            sets.put(
                    opened,
                    AppliedSet.of(
                            all.size() == 1
                                    ? situation.stored()
                                    : opened.session().applied()));
        }
    }

    List<StepReport> run(Plan plan) {
        List<Group<?>> groups = groups(plan.steps());
        requireTransactional(groups);
        groups.forEach(this::requireReversible);
        groups.forEach(this::requireSupported);
        listener.accept(new RunEvent.Planned(plan));
        List<Sessions.Opened<?>> concerned = groups.stream()
                .<Sessions.Opened<?>>map(Group::opened)
                .distinct()
                .toList();
        clearance.require(plan, concerned);
        concerned.forEach(opened -> opened.session().prepare());
        Deque<Group<?>> left = new ArrayDeque<>(groups);
        while (!left.isEmpty()) {
            try {
                run(left.peek(), plan);
                left.remove();
            } catch (OvertakenException e) {
                left = new ArrayDeque<>(leftAfter(e, left));
            }
        }
        return reports;
    }

    /** What is left to do of some groups after another migrator has changed the applied set. */
    private List<Group<?>> leftAfter(OvertakenException overtaken, Collection<Group<?>> groups) {
        List<Step> steps = new ArrayList<>();
        List<RevisionId> done = new ArrayList<>();
        sets.replaceAll((opened, set) -> AppliedSet.of(opened.session().applied()));
        for (Group<?> group : groups) {
            AppliedSet set = set(group.opened());
            for (Step step : group.steps()) {
                if (set.contains(step.id()) == (step.direction() == Direction.UP)) {
                    done.add(step.id());
                } else {
                    steps.add(step);
                }
            }
        }
        if (done.isEmpty() || !fits(steps)) {
            throw overtaken.stale();
        }
        listener.accept(new RunEvent.Overtaken(done));
        return groups(steps);
    }

    /** Whether the first step left to do can be made on what is applied now; it decides for those after it. */
    private boolean fits(List<Step> steps) {
        return steps.isEmpty()
                || set(opened(steps.get(0)))
                        .allows(
                                steps.get(0),
                                situation
                                        .catalog()
                                        .graph()
                                        .requires(steps.get(0).id()));
    }

    private Sessions.Opened<?> opened(Step step) {
        return sessions.of(step.revision(), situation.catalog().kind(step.id()));
    }

    private AppliedSet set(Sessions.Opened<?> opened) {
        return Objects.requireNonNull(sets.get(opened));
    }

    /** The steps that share a transaction: each by itself, or all that follow each other on one database. */
    private List<Group<?>> groups(List<Step> steps) {
        List<Group<?>> groups = new ArrayList<>();
        for (Step step : steps) {
            Sessions.Opened<?> opened = opened(step);
            boolean joins = scope == TransactionScope.RUN
                    && !groups.isEmpty()
                    && groups.get(groups.size() - 1).opened().equals(opened);
            if (!joins) {
                groups.add(new Group<>(opened, new ArrayList<>()));
            }
            groups.get(groups.size() - 1).steps().add(step);
        }
        return groups;
    }

    private void requireTransactional(List<Group<?>> groups) {
        if (scope == TransactionScope.STEP) {
            return;
        }
        if (groups.size() > 1) {
            throw new InvalidMigrationsException(List.of(new Problem(
                    Kind.NOT_TRANSACTIONAL,
                    "",
                    "One transaction for the whole run was asked for, and the plan goes through several databases")));
        }
        List<Problem> problems = groups.stream()
                .flatMap(group -> group.steps().stream())
                .filter(step -> !step.revision().transactional())
                .map(step -> new Problem(
                        Kind.NOT_TRANSACTIONAL,
                        step.id().value(),
                        "Revision '%s' does not run in a transaction, and one transaction for the whole run was asked for"
                                .formatted(step.id())))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidMigrationsException(problems);
        }
    }

    private <C> void requireReversible(Group<C> group) {
        for (Step step : group.steps()) {
            if (step.direction() == Direction.UP) {
                return;
            }
            Rehearsal rehearsal =
                    group.opened().session().rehearse(migration(group.opened(), step.id()), Direction.DOWN);
            if (rehearsal instanceof Rehearsal.CannotBeUndone cannot) {
                throw new IrreversibleRevisionException(step.id().value(), cannot.reason());
            }
        }
    }

    private <C> void requireSupported(Group<C> group) {
        List<String> refusals = new ArrayList<>();
        for (Step step : group.steps()) {
            group.opened().session().unsupported(() -> migration(group.opened(), step.id()), step.direction()).stream()
                    .map(refusal -> "Revision '%s': %s".formatted(step.id(), refusal))
                    .forEach(refusals::add);
        }
        if (!refusals.isEmpty()) {
            throw new UnsupportedFeatureException(group.opened().database().description(), refusals);
        }
    }

    private <C> void run(Group<C> group, Plan plan) throws OvertakenException {
        StepWatch watch = new StepWatch(listener, group.steps().get(0));
        try {
            group.opened().session().run(orders(group, watch), watch);
        } catch (VirtualMachineError | OvertakenException e) {
            throw e;
        } catch (Throwable e) {
            throw new FailedStep(plan, watch.step(), scope, run)
                    .reported(e, group.opened().session(), watch);
        }
        reports.addAll(watch.reports());
    }

    private <C> List<StepOrder<C>> orders(Group<C> group, StepWatch watch) {
        List<StepOrder<C>> orders = new ArrayList<>();
        for (Step step : group.steps()) {
            watch.begins(step);
            orders.add(order(group.opened(), step));
        }
        return orders;
    }

    private <C> StepOrder<C> order(Sessions.Opened<C> opened, Step step) {
        RevisionId id = step.id();
        AppliedSet set = set(opened);
        List<RevisionId> requires = situation.catalog().graph().requires(id);
        HeadChange heads = step.direction() == Direction.UP ? set.add(id, requires) : set.remove(id);
        return new StepOrder<>(
                step,
                migration(opened, id),
                requires,
                heads,
                situation.catalog().checksum(id),
                situation.catalog().digest(id),
                run);
    }

    private <C> Migration<C> migration(Sessions.Opened<C> opened, RevisionId id) {
        return opened.database().kind().cast(situation.catalog().migration(id));
    }

    /**
     * Steps that share a transaction.
     *
     * @param opened the database they belong to
     * @param steps the steps, in order
     * @param <C> what their migrations work with
     */
    private record Group<C>(Sessions.Opened<C> opened, List<Step> steps) {}
}
