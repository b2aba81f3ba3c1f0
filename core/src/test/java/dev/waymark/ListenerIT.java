package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

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
