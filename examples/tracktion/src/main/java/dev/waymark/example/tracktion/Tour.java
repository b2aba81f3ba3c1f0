package dev.waymark.example.tracktion;

import dev.waymark.Migrator;
import dev.waymark.run.RunEvent;
import dev.waymark.run.RunReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/** Up in PostgreSQL, on in Neo4j with what is there by then, a look around, down to base, and up again. */
final class Tour {

    private static final String RECORDINGS = """
            with recording as (
                insert into recordings (file_path, file_name)
                select '/music/' || n || '.flac', n || '.flac' from generate_series(1, 2500) n
                returning id, file_name
            ), tracklist as (
                insert into tracklists (recording_id, source, tracks)
                select id, 'cue', jsonb_build_array(file_name) from recording
            )
            insert into metadata (recording_id, key, value)
            select id, key, file_name from recording, unnest(array['title', 'artist']) key
            """;

    private final Stores stores;
    private final Report report;
    private final Migrator migrator;

    Tour(Stores stores, Report report) {
        this.stores = stores;
        this.report = report;
        this.migrator = stores.migrator().listener(this::tell).build();
    }

    void take() throws SQLException {
        walk("Up in PostgreSQL", () -> migrator.upgrade("009"));
        addRecordings();
        walk("Up to head of both", migrator::upgrade);
        report.current(migrator.current());
        report.history(migrator.history());
        walk("Down to base", () -> migrator.downgrade("base"));
        walk("Up to head again", migrator::upgrade);
    }

    private void addRecordings() throws SQLException {
        try (Connection connection = stores.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(RECORDINGS);
        }
    }

    private void walk(String heading, Supplier<RunReport> run) throws SQLException {
        report.heading(heading);
        report.summary(run.get(), stores.catalog(), stores.graph());
    }

    private void tell(RunEvent event) {
        if (event instanceof RunEvent.StepFinished finished) {
            report.step(finished.step(), finished.took());
        }
    }
}
