package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.LambdaSteps.Second;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void listenersAreToldOfEveryStep() {
        List<RunEvent> events = new ArrayList<>();

        Migrator.postgres(database.dataSource())
                .revisions(new Artists())
                .listener(events::add)
                .build()
                .upgrade();

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "Planned",
                        "Preflighted",
                        "StepStarted",
                        "StatementStarted",
                        "StatementFinished",
                        "StepFinished",
                        "RunFinished");
    }

    @Test
    void whatJooqRunsIsToldToo() {
        List<RunEvent> events = new ArrayList<>();

        Migrator.postgres(database.dataSource())
                .revisions(
                        new Artists(),
                        new Second(sql -> sql.dsl().dropTable("artists").execute()))
                .listener(events::add)
                .build()
                .upgrade();

        assertThat(events)
                .filteredOn(RunEvent.StatementStarted.class::isInstance)
                .extracting(event -> ((RunEvent.StatementStarted) event).statement())
                .containsExactly("create table artists (id integer primary key)", "drop table \"artists\"");
    }

    @Test
    void aListenerThatThrowsDoesNotBreakTheRun() {
        Migrator.postgres(database.dataSource())
                .revisions(new Artists())
                .listener(event -> {
                    throw new IllegalStateException("listener");
                })
                .build()
                .upgrade();

        assertThat(database.applied()).containsExactly("001 (head)");
    }
}
