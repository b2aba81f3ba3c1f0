package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.Revision;
import dev.waymark.error.MigrationException;
import dev.waymark.error.StepFailedException;
import dev.waymark.fault.Wire.Moment;
import dev.waymark.fault.Wire.Point;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.Settings;
import dev.waymark.run.UpgradeReport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A connection that is lost in a commit: what became of it is looked up, never guessed. */
class CommitOutcomeIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aCommitThatTheServerHasMadeCountsAndTheRunGoesOn() throws IOException {
        UpgradeReport report = upgrade(commit(1, Moment.AFTER), false);

        assertThat(report.steps()).extracting(step -> step.step().id().value()).containsExactly("001", "002");
        assertThat(database.applied()).containsExactly("001", "002 (head)");
        assertThat(database.query("select count(*) from waymark_log where revision = '001'"))
                .containsExactly("1");
    }

    @Test
    void aCommitThatTheServerHasNotHeardOfIsAStepRolledBack() {
        assertThatThrownBy(() -> upgrade(commit(2, Moment.BEFORE), false))
                .isInstanceOf(StepFailedException.class)
                .hasMessageMatching("""
                        (?s)The up of '002' failed: The connection to database .* was lost: .*
                        The step is rolled back.
                        Done before it: 001. Not run: nothing.
                        To fix this: check the server and the network, and upgrade again.""");
        assertThat(database.applied()).containsExactly("001 (head)");
        assertThat(database.tables()).containsExactly("first");
    }

    @Test
    void aServerThatCannotBeAskedSinceIsToldAsThat() {
        assertThatThrownBy(() -> upgrade(commit(1, Moment.AFTER), true))
                .isInstanceOf(StepFailedException.class)
                .hasMessageMatching("""
                        (?s)The up of '001' failed: The connection to database .* was lost in a commit, and no new one could be had since: .*
                        Either all of the step is committed and recorded, or nothing of it is; the history tells which.
                        Done before it: nothing. Not run: 002.
                        To fix this: check the server and the network, and call again: the history is read first.""");
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    /** The connection is lost at a point; whether a new one can be had is up to the caller. */
    private UpgradeReport upgrade(Point point, boolean closed) throws IOException {
        CompletableFuture<Wire> entrance = new CompletableFuture<>();
        Wire.Blow blow = backend -> {
            if (closed) {
                entrance.join().close();
            }
            database.execute("select pg_terminate_backend(" + backend + ")");
        };
        try (Wire wire = Wire.striking(database.port(), point, blow)) {
            entrance.complete(wire);
            return migrator(Databases.url(wire.port(), database)).upgrade();
        }
    }

    private static Migrator migrator(String url) {
        return Migrator.postgres(url)
                .revisions(new First(), new Second())
                .settings(Settings.defaults().withLockWait(Duration.ofSeconds(2)))
                .build();
    }

    /** Where a run says commit for the n-th time: found by cutting one off at each thing that it says. */
    private Point commit(int nth, Moment moment) throws IOException {
        int commits = 0;
        for (int number = 1; ; number++) {
            if (said(new Point(number, Moment.BEFORE)).contains("COMMIT") && ++commits == nth) {
                return new Point(number, moment);
            }
        }
    }

    private String said(Point point) throws IOException {
        TestDatabase other = TestDatabase.create();
        try (Wire wire = Wire.striking(
                other.port(), point, backend -> other.execute("select pg_terminate_backend(" + backend + ")"))) {
            try {
                migrator(Databases.url(wire.port(), other)).upgrade();
            } catch (MigrationException e) {
                assertThat(wire.hasStruck()).isTrue();
            }
            assertThat(wire.hasStruck()).as("there is %s", point).isTrue();
            return wire.saidThere();
        }
    }

    @Revision(id = "001")
    static final class First implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table first ()");
        }

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "002", revises = "001")
    static final class Second implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table second ()");
        }

        @Override
        public void down(SqlContext sql) {}
    }
}
