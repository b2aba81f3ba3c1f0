package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes behind a real PgBouncer in transaction mode, with the driver's default settings. */
class PgBouncerIT {

    private static final int PROCESSES = 8;
    private static final int REVISIONS = 20;

    @TempDir
    private Path classes;

    @TempDir
    private Path directory;

    private final TestDatabase database = TestDatabase.create();
    private Path program = Path.of("");

    @BeforeEach
    void prepare() {
        assumeTrue(
                PgBouncer.program().isPresent(),
                "PgBouncer is not installed; on Debian and its kin, apt-get install pgbouncer");
        program = PgBouncer.program().orElseThrow();
        CompiledHistory.in(classes, REVISIONS);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 3})
    void eightProcessesAtOnceRunEachRevisionOnce(int poolSize) throws IOException {
        try (PgBouncer pooler = PgBouncer.start(program, directory, database.port(), poolSize)) {
            Crowd.upgrade(PROCESSES, Databases.url(pooler.port(), database), List.of(classes));
        }

        isComplete();
    }

    @ParameterizedTest
    @CsvSource({"finished 0005, 20", "started 0010, 3"})
    void whenOneIsKilledTheOthersGoOn(String at, int poolSize) throws IOException {
        killOne(at, poolSize);
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({"finished 0005, 3", "started 0010, 20", "finished 0010, 3", "started 0011, 3"})
    void whereverOneIsKilledTheOthersGoOn(String at, int poolSize) throws IOException {
        killOne(at, poolSize);
    }

    private void killOne(String at, int poolSize) throws IOException {
        try (PgBouncer pooler = PgBouncer.start(program, directory, database.port(), poolSize);
                Crowd others = Crowd.ready(PROCESSES - 1, Databases.url(pooler.port(), database), List.of(classes));
                Crowd first = Crowd.ready(1, Databases.url(pooler.port(), database), List.of(classes))) {
            ChildJvm victim = first.processes().get(0).go();
            assertThat(victim.readUntil("started 0001")).as(victim::output).isTrue();
            others.go();
            assertThat(victim.readUntil(at)).as(victim::output).isTrue();
            victim.kill();
            for (ChildJvm process : others.processes()) {
                Crowd.succeeds(process);
            }
        }

        isComplete();
    }

    private void isComplete() {
        Databases.awaitNoSessions(database);
        assertThat(Crowd.timesRun(database)).isEqualTo(Crowd.onceEach(REVISIONS));
        assertThat(Catalog.of(database)).doesNotContain("INVALID");
        assertThat(database.tables()).hasSize(REVISIONS - REVISIONS / 10);
    }
}
