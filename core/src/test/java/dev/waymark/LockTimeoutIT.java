package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.LambdaSteps.Second;
import dev.waymark.LambdaSteps.Step;
import dev.waymark.LambdaSteps.Third;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step that gets no lock in time is rolled back and tried again. */
class LockTimeoutIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aTableLockedBySomebodyElseIsTriedAgainUntilItIsFree() throws Exception {
        List<RunEvent> retries = new ArrayList<>();
        Step alter = sql -> sql.execute("alter table artists add column name text");
        LambdaSteps.migrator(database, alter).upgrade("001");
        try (Connection reader = database.dataSource().getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select * from artists");
            Migrator patient = Migrator.postgres(database.dataSource())
                    .revisions(new Artists(), new Second(alter), new Third())
                    .settings(Settings.defaults().withLockTimeout(Duration.ofMillis(50)))
                    .listener(event -> {
                        if (event instanceof RunEvent.StepRetried && retries.add(event)) {
                            rollback(reader);
                        }
                    })
                    .build();

            patient.upgrade();
        }

        assertThat(retries).hasSize(1);
        assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
