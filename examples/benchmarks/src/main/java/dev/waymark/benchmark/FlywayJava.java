package dev.waymark.benchmark;

import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/** Flyway with Java migrations, registered one by one; nothing is scanned for. */
final class FlywayJava implements Contender {

    private final Work work;

    FlywayJava(Work work) {
        this.work = work;
    }

    @Override
    public void upgrade() {
        Flyway.configure()
                .dataSource(work.dataSource())
                .locations(new String[0])
                .javaMigrations(IntStream.rangeClosed(1, work.size())
                        .mapToObj(FlywayTable::new)
                        .toArray(JavaMigration[]::new))
                .load()
                .migrate();
    }
}
