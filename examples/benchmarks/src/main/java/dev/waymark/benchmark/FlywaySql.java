package dev.waymark.benchmark;

import org.flywaydb.core.Flyway;

/** Flyway with one SQL file for each step, in one directory. */
final class FlywaySql implements Contender {

    private final Work work;

    FlywaySql(Work work) {
        this.work = work;
    }

    @Override
    public void upgrade() {
        Flyway.configure()
                .dataSource(work.dataSource())
                .locations("filesystem:" + work.material())
                .load()
                .migrate();
    }
}
