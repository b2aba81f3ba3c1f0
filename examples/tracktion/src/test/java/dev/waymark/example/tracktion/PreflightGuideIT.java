package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.HookFailedException;
import dev.waymark.example.guide.DumpBeforeSteps;
import dev.waymark.run.PreflightMode;
import dev.waymark.run.PreflightReport;
import dev.waymark.run.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** What the guide shows of the preflight and of backups works. */
class PreflightGuideIT {

    @RegisterExtension
    static final Server server = new Server();

    private PGSimpleDataSource dataSource;

    @BeforeEach
    void makeAnEmptyDatabase() throws SQLException {
        dataSource = server.emptyDatabase();
    }

    @Test
    void theReportIsForPeople() {
        PreflightReport report = Migrator.postgres(dataSource).build().preflight();

        assertThat(report.isClear()).as(report.describe()).isTrue();
    }

    @Test
    void aRunCanBeRefused() {
        Migrator migrator = Migrator.postgres(dataSource)
                .settings(Settings.defaults().withPreflight(PreflightMode.REFUSE))
                .build();

        assertThat(migrator.upgrade("009").steps()).hasSize(9);
    }

    @Test
    void aDumpThatFailsRefusesTheRun() {
        assertThatThrownBy(() -> withDump("false").upgrade("009")).isInstanceOf(HookFailedException.class);

        assertThat(withDump("false").current()).isEmpty();
    }

    @Test
    void aDumpThatSucceedsLetsItGoOn() {
        assertThat(withDump("true").upgrade("009").steps()).hasSize(9);
    }

    private Migrator withDump(String program) {
        String url = Server.url(dataSource);
        Path file = Path.of("before.dump");
        return Migrator.postgres(dataSource)
                .settings(Settings.defaults().withLockWait(Duration.ofHours(1)))
                .beforeSteps(new DumpBeforeSteps(program, url, file))
                .build();
    }
}
