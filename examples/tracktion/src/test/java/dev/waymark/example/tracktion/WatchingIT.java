package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The listener of the guide lets a run pass. */
class WatchingIT {

    @RegisterExtension
    static final Server server = new Server();

    @Test
    void nobodyIsInTheWay() throws SQLException {
        DataSource dataSource = server.emptyDatabase();
        List<String> alarms = new CopyOnWriteArrayList<>();
        Migrator migrator = Migrator.postgres(dataSource)
                .settings(Settings.defaults().withReportAfter(Duration.ofSeconds(30)))
                .listener(event -> {
                    if (event instanceof RunEvent.StatementRunning running) {
                        running.blocker().ifPresent(alarms::add);
                    }
                })
                .build();

        assertThat(migrator.upgrade("009").steps()).hasSize(9);
        assertThat(alarms).isEmpty();
    }
}
