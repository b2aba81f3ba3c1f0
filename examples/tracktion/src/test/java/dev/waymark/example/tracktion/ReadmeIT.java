package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.example.guide.R002AddBpmToMetadata;
import dev.waymark.example.tracktion.revisions.R001InitialSchema;
import dev.waymark.plan.Plan;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.RevisionStatus;
import dev.waymark.run.UpgradeReport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works. */
class ReadmeIT {

    @RegisterExtension
    static final Server server = new Server();

    @TempDir
    Path directory;

    private DataSource dataSource;

    @BeforeEach
    void makeAnEmptyDatabase() throws SQLException {
        dataSource = server.emptyDatabase();
    }

    @Test
    void theCalls() throws IOException {
        new PostgresIndex(directory).during(this::callThem);
    }

    private void callThem() {
        Migrator migrator = Migrator.postgres(dataSource).build();
        UpgradeReport report = migrator.upgrade();

        assertThat(report.steps()).hasSize(9);

        migrator.downgrade("-1");
        migrator.upgrade("+1");
        migrator.stamp("head");
        List<AppliedRevision> current = migrator.current();
        List<RevisionStatus> history = migrator.history();
        Plan plan = migrator.plan("head");
        migrator.run(plan);

        assertThat(current).extracting(revision -> revision.id().value()).containsExactly("009");
        assertThat(history).hasSize(9);
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void theMigrationGoesUpAndDown() throws SQLException {
        Migrator migrator = Migrator.postgres(dataSource)
                .revisions(new R001InitialSchema(), new R002AddBpmToMetadata())
                .build();
        migrator.upgrade("001");
        List<String> before = Catalog.of(dataSource);

        migrator.upgrade();
        assertThat(Catalog.of(dataSource)).isNotEqualTo(before);

        migrator.downgrade("001");
        assertThat(Catalog.of(dataSource)).containsExactlyElementsOf(before);
    }
}
