package dev.waymark.example.tracktion;

import dev.waymark.Migrator;
import dev.waymark.run.RunEvent;
import dev.waymark.run.RunReport;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Up to head, a look around, down to base, and up again. */
final class Tour {

    private final DataSource database;
    private final Report report;
    private final Migrator migrator;

    Tour(DataSource database, Report report) {
        this.database = database;
        this.report = report;
        this.migrator = Migrator.postgres(database).listener(this::tell).build();
    }

    void take() throws SQLException {
        walk("Up to head", migrator::upgrade);
        report.current(migrator.current());
        report.history(migrator.history());
        walk("Down to base", () -> migrator.downgrade("base"));
        walk("Up to head again", migrator::upgrade);
    }

    private void walk(String heading, Supplier<RunReport> run) throws SQLException {
        report.heading(heading);
        report.summary(run.get(), CatalogCounts.of(database));
    }

    private void tell(RunEvent event) {
        if (event instanceof RunEvent.StepFinished finished) {
            report.step(finished.step(), finished.took());
        }
    }
}
