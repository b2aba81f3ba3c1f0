package dev.waymark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.LambdaSteps.Alone;
import dev.waymark.LambdaSteps.Step;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.StepFailedException;
import dev.waymark.postgres.TestDatabase;

/**
 * Runs a step without a transaction as 002, after 001 that creates artists, and leaves it unfinished.
 *
 * @param database where
 */
record SecondStep(TestDatabase database) {

    /** Leaves the step as a run does that dies while the statement runs. */
    void interrupted(String running) {
        fails(sql -> sql.execute("select no_such_column"));
        database.execute(
                "create table filled (); create procedure fill() begin atomic insert into filled default values; end");
        database.execute("update waymark_statement set state = 'running', statement = '%s'".formatted(running));
        database.execute(
                "insert into waymark_statement values ('002', 1, 'running', '%s', 0, now()) on conflict do nothing"
                        .formatted(running));
    }

    void fails(Step step) {
        assertThatThrownBy(() -> upgrade(step)).isInstanceOf(StepFailedException.class);
    }

    void upgrade(Step step) {
        migrator(step).upgrade();
    }

    Migrator migrator(Step step) {
        return Migrators.on(database, new Artists(), new Alone(step));
    }
}
