package dev.waymark.run;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.IrreversibleRevisionException;
import dev.waymark.error.LockNotAcquiredException;
import dev.waymark.error.StalePlanException;
import dev.waymark.error.StepFailedException;
import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.plan.Direction;
import dev.waymark.plan.Plan;
import dev.waymark.plan.Step;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every database behind the port does. A test class of a database extends this and says how its migrations add and
 * remove something, and how one sees what is there.
 *
 * @param <C> what its migrations work with
 */
public abstract class DatabaseContract<C> {

    /** For the subclasses. */
    protected DatabaseContract() {}

    /** The database under test, empty at the beginning of each test. */
    protected abstract Database<C> database();

    /** A migration that adds something of this name going up and removes it going down. */
    protected abstract Migration<C> adding(String name);

    /** A migration that adds something of this name and then fails. */
    protected abstract Migration<C> failingAfterAdding(String name);

    /** A migration that can't be undone. */
    protected abstract Migration<C> oneWay(Irreversible why);

    /** What is there. */
    protected abstract Set<String> there();

    private final List<Registration> registrations = new ArrayList<>();

    @Test
    public void anEmptyDatabaseHasNoHistory() {
        try (DatabaseSession<C> session = open()) {
            assertThat(session.headDigests()).isEmpty();
            assertThat(session.applied()).isEmpty();
            assertThat(session.log(5)).isEmpty();
        }
    }

    @Test
    public void anUpgradeAppliesAndRecordsEveryStep() {
        register("a", adding("alpha"));
        register("b", adding("beta"), "a");

        UpgradeReport report = runner().upgrade(Runner.EVERY_HEAD);

        assertThat(there()).containsExactlyInAnyOrder("alpha", "beta");
        assertThat(report.to()).containsExactly(new RevisionId("b"));
        try (DatabaseSession<C> session = open()) {
            assertThat(session.headDigests()).isEqualTo(source().headDigests());
            assertThat(session.applied())
                    .extracting(AppliedRevision::id)
                    .extracting(RevisionId::value)
                    .containsExactly("a", "b");
        }
    }

    @Test
    public void theRecordKnowsWhatARevisionRequired() {
        register("a", adding("alpha"));
        register("b", adding("beta"), "a");

        runner().upgrade(Runner.EVERY_HEAD);

        try (DatabaseSession<C> session = open()) {
            assertThat(session.applied())
                    .extracting(AppliedRevision::requires)
                    .containsExactly(List.of(), List.of(new RevisionId("a")));
        }
    }

    @Test
    public void aDowngradeTakesBackBothTheChangeAndTheRecord() {
        register("a", adding("alpha"));
        register("b", adding("beta"), "a");
        runner().upgrade(Runner.EVERY_HEAD);

        runner().downgrade("a");

        assertThat(there()).containsExactly("alpha");
        try (DatabaseSession<C> session = open()) {
            assertThat(session.headDigests()).containsOnlyKeys(new RevisionId("a"));
        }
    }

    @Test
    public void aFailedStepLeavesNothingButItsLogEntry() {
        register("a", adding("alpha"));
        register("b", failingAfterAdding("beta"), "a");

        assertThatThrownBy(() -> runner().upgrade(Runner.EVERY_HEAD)).isInstanceOf(StepFailedException.class);

        assertThat(there()).containsExactly("alpha");
        try (DatabaseSession<C> session = open()) {
            assertThat(session.applied()).hasSize(1);
            assertThat(session.log(5))
                    .extracting(LogEntry::event)
                    .containsExactly(LogEntry.Event.FAILURE, LogEntry.Event.UPGRADE);
        }
    }

    @Test
    public void aStepIsNotRecordedIfTheHeadsAreNotWhatItWasPlannedFor() {
        register("a", adding("alpha"));
        runner().upgrade(Runner.EVERY_HEAD);
        StepOrder<C> order = order("b", adding("beta"), new HeadChange(List.of(), List.of(new RevisionId("b"))));

        try (DatabaseSession<C> session = open()) {
            session.lock(waiting -> {});
            assertThatThrownBy(() -> session.run(List.of(order), event -> {})).isInstanceOf(StalePlanException.class);
        }

        assertThat(there()).containsExactly("alpha");
    }

    @Test
    public void thePreflightNeedsNoLockAndLeavesNothing() {
        try (DatabaseSession<C> holder = open();
                DatabaseSession<C> other = open()) {
            holder.lock(waiting -> {});

            assertThat(other.preflight())
                    .allMatch(check -> !check.finding().isBlank())
                    .allMatch(check -> check.remedy().isEmpty() == (check.verdict() == PreflightCheck.Verdict.OK));
        }

        assertThat(there()).isEmpty();
    }

    @Test
    public void onlyOneSessionHoldsTheLock() {
        try (DatabaseSession<C> holder = open();
                DatabaseSession<C> other = open()) {
            holder.lock(waiting -> {});

            assertThatThrownBy(() -> other.lock(waiting -> {})).isInstanceOf(LockNotAcquiredException.class);
        }
    }

    @Test
    public void closingASessionGivesTheLockBack() {
        try (DatabaseSession<C> holder = open()) {
            holder.lock(waiting -> {});
        }

        try (DatabaseSession<C> next = open()) {
            next.lock(waiting -> {});
        }
    }

    @Test
    public void aStampRecordsWithoutRunning() {
        register("a", adding("alpha"));
        register("b", adding("beta"), "a");

        runner().stamp(List.of("b"));

        assertThat(there()).isEmpty();
        try (DatabaseSession<C> session = open()) {
            assertThat(session.headDigests()).isEqualTo(source().headDigests());
        }
    }

    @Test
    public void aRevisionThatCannotBeUndoneStopsADowngradeBeforeItBegins() {
        register("a", oneWay(Irreversible.because("no way back")));
        register("b", adding("beta"), "a");
        runner().upgrade(Runner.EVERY_HEAD);

        assertThatThrownBy(() -> runner().downgrade("base")).isInstanceOf(IrreversibleRevisionException.class);

        assertThat(there()).contains("beta");
    }

    @Test
    public void aPlanIsRefusedOnceTheDatabaseHasMovedOn() {
        register("a", adding("alpha"));
        RevisionInfo a = registrations.get(0).info();
        Plan stale = new Plan(Direction.UP, List.of(new RevisionId("gone")), List.of(new Step(a, Direction.UP)));

        assertThatThrownBy(() -> runner().run(stale)).isInstanceOf(StalePlanException.class);
        assertThat(there()).isEmpty();
    }

    @Test
    public void aRevisionInsertedBelowAppliedOnesIsAppliedAndTheHeadsStayRight() {
        register("a", adding("alpha"));
        register("c", adding("gamma"), "a");
        runner().upgrade(Runner.EVERY_HEAD);
        registrations.clear();
        register("a", adding("alpha"));
        register("b", adding("beta"), "a");
        register("c", adding("gamma"), "b");

        runner().upgrade(Runner.EVERY_HEAD);

        assertThat(there()).containsExactlyInAnyOrder("alpha", "beta", "gamma");
        register("d", adding("delta"), "c");
        assertThat(runner().upgrade(Runner.EVERY_HEAD).steps()).hasSize(1);
    }

    @AfterEach
    public void theHeadsAreAlwaysThoseOfTheAppliedSet() {
        try (DatabaseSession<C> session = open()) {
            assertThat(session.headDigests().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            AppliedSet.of(session.applied()).heads());
        }
    }

    private void register(String id, Migration<C> migration, String... revises) {
        registrations.add(new Registration(
                info(id, revises), Optional.empty(), database().kind().getName(), () -> migration));
    }

    private StepOrder<C> order(String id, Migration<C> migration, HeadChange heads) {
        return new StepOrder<>(
                new Step(info(id), Direction.UP),
                migration,
                List.of(),
                heads,
                Optional.empty(),
                "digest",
                UUID.randomUUID());
    }

    private static RevisionInfo info(String id, String... revises) {
        return new RevisionInfo(
                new RevisionId(id),
                Arrays.stream(revises).map(RevisionId::new).toList(),
                "Revision " + id,
                List.of(),
                List.of(),
                true,
                "");
    }

    private Runner runner() {
        return new Runner(source(), List.of(database()), Settings.defaults(), event -> {}, plan -> {});
    }

    private RevisionSource source() {
        return new ListedRevisions(registrations);
    }

    private DatabaseSession<C> open() {
        return database().open(Settings.defaults().withLockWait(Duration.ZERO));
    }

    /** Revisions of a test. */
    record ListedRevisions(List<Registration> registrations) implements RevisionSource {

        @Override
        public Map<RevisionId, String> headDigests() {
            Catalog catalog = new Catalog(registrations);
            return catalog.graph().effectiveHeads().stream().collect(toMap(id -> id, catalog::digest));
        }
    }
}
