package dev.waymark.benchmark;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Flyway with one SQL file for each step, in one directory. */
final class FlywaySql implements Contender {

    private final Work work;
    private final Map<String, String> options;

    /** Takes options beyond the defaults, by Flyway's own names. */
    FlywaySql(Work work, Map<String, String> options) {
        this.work = work;
        this.options = Map.copyOf(options);
    }

    @Override
    public void upgrade() {
        Flyway.configure()
                .configuration(options)
                .dataSource(work.dataSource())
                .locations("filesystem:" + work.material())
                .load()
                .migrate();
    }
}
