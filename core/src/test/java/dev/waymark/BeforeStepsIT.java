package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.HookFailedException;
import dev.waymark.plan.Plan;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.BeforeSteps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The application's own hook, where it takes its backup. */
class BeforeStepsIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void isCalledOnceWithThePlanBeforeAnythingIsMade() {
        List<Plan> plans = new ArrayList<>();
        List<String> there = new ArrayList<>();
        Migrator migrator = migrator(plan -> {
            plans.add(plan);
            there.addAll(database.query("select tablename from pg_tables where schemaname = 'public'"));
        });
        Plan expected = migrator.plan();

        migrator.upgrade();

        assertThat(plans).containsExactly(expected);
        assertThat(there).isEmpty();
    }

    @Test
    void isCalledWithTheLockHeld() {
        List<String> locks = new ArrayList<>();

        migrator(plan -> locks.addAll(database.query(
                        "select count(*) from pg_locks where locktype = 'advisory' and granted and objsubid = 1 and database ="
                                + " (select oid from pg_database where datname = current_database())")))
                .upgrade();

        assertThat(locks).containsExactly("1");
    }

    @Test
    void isNotCalledWhenThereIsNothingToDo() {
        List<Plan> plans = new ArrayList<>();
        Migrator migrator = migrator(plans::add);
        migrator.upgrade();
        plans.clear();

        migrator.upgrade();
        migrator.upgrade("002");

        assertThat(plans).isEmpty();
    }

    @Test
    void isCalledBeforeADowngradeToo() {
        List<Plan> plans = new ArrayList<>();
        Migrator migrator = migrator(plans::add);
        migrator.upgrade();
        plans.clear();

        migrator.downgrade("001");

        assertThat(plans).hasSize(1);
    }

    @Test
    void itsFailureRefusesTheRun() {
        Migrator migrator = migrator(plan -> {
            throw new IOException("no room for the dump");
        });

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(HookFailedException.class)
                .hasCauseInstanceOf(IOException.class)
                .hasMessage("""
                        What was to be done before the steps failed: java.io.IOException: no room for the dump
                        No step was run.
                        To fix this: correct what was to be done (MigratorBuilder.beforeSteps), and run again.""");
        assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }

    @Test
    void anInterruptIsKept() {
        Migrator migrator = migrator(plan -> {
            throw new InterruptedException("enough");
        });

        assertThatThrownBy(migrator::upgrade).isInstanceOf(HookFailedException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private Migrator migrator(BeforeSteps hook) {
        return Migrator.postgres(database.dataSource())
                .revisions(new Artists(), new Albums())
                .beforeSteps(hook)
                .build();
    }
}
