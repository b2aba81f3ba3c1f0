package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.StepFailedException;
import dev.waymark.example.guide.R010AddTempoToRecordings;
import dev.waymark.example.guide.R011AddTitleToRecordings;
import dev.waymark.example.guide.R012IndexRecordingsByTitle;
import dev.waymark.example.guide.R013WriteHashesInLowerCase;
import dev.waymark.example.guide.R014UniqueContentHashes;
import dev.waymark.migration.Migration;
import dev.waymark.run.DowngradeReport;
import dev.waymark.run.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the guide shows of steps without a transaction, of time-outs and of the way back works. */
class InterruptionGuideIT {

    @RegisterExtension
    static final Server server = new Server();

    private DataSource database;

    @BeforeEach
    void makeAnEmptyDatabase() throws SQLException {
        database = server.emptyDatabase();
    }

    @Test
    void anIndexThatCouldNotBeBuiltIsBuiltOnceItCan() throws SQLException {
        Migrator migrator = upToDate();
        migrator.upgrade("013");
        Server.execute(database, """
                insert into recordings (file_path, file_name, sha256_hash, title)
                select '/music/' || n, n::text, n::text, n::text from generate_series(1, 2500) as n
                """);
        Server.execute(database, "update recordings set file_hash = '1', sha256_hash = null where file_name = '2'");
        assertThatThrownBy(migrator::upgrade).isInstanceOf(StepFailedException.class);

        assertThat(column("select number || ' ' || state || ' ' || changed from waymark_statement order by number"))
                .containsExactly("1 done 1000", "2 done 1000", "3 done 499", "4 done 0", "5 failed 0");
        Server.execute(database, "delete from recordings where file_name = '2'");
        migrator.upgrade();

        assertThat(column("select indisvalid from pg_index where indexrelid = 'ux_recordings_file_hash'::regclass"))
                .containsExactly("t");
        assertThat(column("select number from waymark_statement")).isEmpty();
    }

    @Test
    void theTimeoutsAreWithinTheirBounds() {
        Settings settings = Settings.defaults()
                .withLockWait(Duration.ofMinutes(15))
                .withLockTimeout(Duration.ofSeconds(2))
                .withRetryFor(Duration.ofMinutes(30))
                .withStatementTimeout(Duration.ofHours(1));

        Migrator migrator = Migrator.postgres(database).settings(settings).build();

        assertThat(migrator.upgrade("009").steps()).hasSize(9);
    }

    @Test
    void anOlderBuildGoesBackByTheRecord() throws SQLException {
        upToDate().upgrade("012");
        Migrator migrator = migrator(Stream.of(new R010AddTempoToRecordings()));

        DowngradeReport report = migrator.downgradeAsRecorded("010");

        assertThat(report.steps()).hasSize(2);
        assertThat(column("select attname from pg_attribute where attrelid = 'recordings'::regclass"))
                .contains("bpm")
                .doesNotContain("title");
    }

    @Test
    void theRecordedWayBackIsThereForOperators() throws SQLException {
        upToDate().upgrade("011");

        assertThat(column("""
                select s.number || ' ' || s.statement
                from waymark_revision r
                cross join unnest(r.down_sql) with ordinality as s (statement, number)
                where r.id = '011'
                order by s.number
                """)).containsExactly("1 alter table recordings drop column title");
        assertThat(column("""
                select id || ' ' || (down_sql is not null) || ' ' || down_note
                from waymark_revision
                order by position desc
                limit 1
                """)).containsExactly("011 true ");
    }

    private Migrator upToDate() {
        return migrator(Stream.of(
                new R010AddTempoToRecordings(),
                new R011AddTitleToRecordings(),
                new R012IndexRecordingsByTitle(),
                new R013WriteHashesInLowerCase(),
                new R014UniqueContentHashes()));
    }

    private Migrator migrator(Stream<Migration<?>> afterTracktion) {
        return Migrator.postgres(database)
                .revisions(Stream.concat(Stream.of(Revisions.all()), afterTracktion)
                        .toArray(Migration<?>[]::new))
                .build();
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
