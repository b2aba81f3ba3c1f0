package dev.waymark.benchmark;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * One step as a Java migration of Flyway. All steps share this class, which spares Flyway the loading of one for each.
 */
final class FlywayTable implements JavaMigration {

    private final int number;

    FlywayTable(int number) {
        this.number = number;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(Integer.toString(number));
    }

    @Override
    public String getDescription() {
        return "create item " + number;
    }

    @Override
    public Integer getChecksum() {
        return number;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(Work.createTable(number));
        }
    }
}
