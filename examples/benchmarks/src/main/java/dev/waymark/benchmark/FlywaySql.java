package dev.waymark.benchmark;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Flyway with one SQL file for each step, in one directory. */
final class FlywaySql implements Contender {

    /** What Flyway locks with: a transaction that stays open beside its work, by default, or a session. */
    enum Lock {
        TRANSACTION,
        SESSION
    }

    private final Work work;
    private final Lock lock;

    FlywaySql(Work work, Lock lock) {
        this.work = work;
        this.lock = lock;
    }

    @Override
    public void upgrade() {
        FluentConfiguration configuration =
                Flyway.configure().dataSource(work.dataSource()).locations("filesystem:" + work.material());
        if (lock == Lock.SESSION) {
            configuration
                    .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                    .setTransactionalLock(false);
        }
        configuration.load().migrate();
    }
}
