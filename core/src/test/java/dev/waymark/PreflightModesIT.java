package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.InsufficientPrivilegeException;
import dev.waymark.error.PreflightException;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.PreflightCheck;
import dev.waymark.run.PreflightCheck.Verdict;
import dev.waymark.run.PreflightMode;
import dev.waymark.run.PreflightReport;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run makes of what its preflight finds: here a user who may not create in the schema of the history. */
class PreflightModesIT {

    private final TestDatabase database = TestDatabase.create();
    private final List<RunEvent> events = new ArrayList<>();

    @BeforeEach
    void revokeCreate() {
        database.execute(
                "drop role if exists guest; create role guest login;" + " revoke create on schema public from public");
    }

    @Test
    void refuseNamesEverythingAndLeavesTheDatabaseEmpty() {
        assertThatThrownBy(guest(PreflightMode.REFUSE)::upgrade)
                .isInstanceOf(PreflightException.class)
                .hasMessage("""
                        The preflight found what would be in the way of the steps:
                          history privileges: the history tables are not there, and the user may not make them in schema "public"
                          schema privileges: the user may not create in public, the first schema of the search path
                        No step was run.
                        To fix this: grant the user CREATE on schema "public"; grant the user CREATE on schema public, unless no step needs it; and run again, or let runs go on with a warning (PreflightMode.WARN).""");

        assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }

    @Test
    void warnTellsInTheLogAndGoesOn() {
        String log = logOf(() -> assertThatThrownBy(guest(PreflightMode.WARN)::upgrade)
                .isInstanceOf(InsufficientPrivilegeException.class));

        assertThat(log.lines().filter(line -> line.contains("preflight")))
                .hasSize(2)
                .allMatch(line -> line.contains("WARN"))
                .last()
                .asString()
                .endsWith(
                        "preflight: schema privileges: the user may not create in public, the first schema of the search"
                                + " path. To fix this: grant the user CREATE on schema public, unless no step needs it.");
    }

    @Test
    void offDoesNotLook() {
        String log = logOf(() -> assertThatThrownBy(guest(PreflightMode.OFF)::upgrade)
                .isInstanceOf(InsufficientPrivilegeException.class));

        assertThat(log).doesNotContain("preflight");
        assertThat(events).hasOnlyElementsOfType(RunEvent.Planned.class);
    }

    @Test
    void refuseLetsARunThroughIfNothingIsInTheWay() {
        owner(PreflightMode.REFUSE).upgrade();

        assertThat(database.applied()).containsExactly("001", "002 (head)");
    }

    @Test
    void theListenerIsToldBetweenThePlanAndTheFirstStep() {
        owner(PreflightMode.WARN).upgrade("001");

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .filteredOn(name -> !name.startsWith("Statement"))
                .containsExactly("Planned", "Preflighted", "StepStarted", "StepFinished", "RunFinished");
    }

    @Test
    void aDowngradeLooksToo() {
        Migrator migrator = owner(PreflightMode.WARN);
        migrator.upgrade();
        events.clear();

        migrator.downgrade("001");

        assertThat(events).hasAtLeastOneElementOfType(RunEvent.Preflighted.class);
    }

    @Test
    void aRunWithoutStepsDoesNotLook() {
        Migrator migrator = owner(PreflightMode.REFUSE);
        migrator.upgrade();
        events.clear();

        migrator.upgrade();
        migrator.upgrade("002");

        assertThat(events).doesNotHaveAnyElementsOfTypes(RunEvent.Preflighted.class);
    }

    @Test
    void onRequestItLooksWithoutRunning() {
        PreflightReport report = guest(PreflightMode.OFF).preflight();

        assertThat(report.worst()).isEqualTo(Verdict.BLOCKED);
        assertThat(report.databases()).hasSize(1);
        assertThat(report.databases().get(0).checks())
                .filteredOn(PreflightCheck::isConcern)
                .extracting(PreflightCheck::name)
                .containsExactly("history privileges", "schema privileges");
    }

    @Test
    void onRequestItLooksAtAServerThatAcceptsNoWrites() {
        database.execute("alter database %s set default_transaction_read_only = on".formatted(database.name()));

        assertThat(owner(PreflightMode.WARN).preflight().worst()).isEqualTo(Verdict.BLOCKED);
    }

    private Migrator owner(PreflightMode mode) {
        return migrator("postgres", mode);
    }

    private Migrator guest(PreflightMode mode) {
        return migrator("guest", mode);
    }

    private Migrator migrator(String user, PreflightMode mode) {
        return Migrator.postgres(database.dataSource(user))
                .revisions(new Artists(), new Albums())
                .settings(Settings.defaults().withPreflight(mode))
                .listener(events::add)
                .build();
    }

    private static String logOf(Runnable action) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
