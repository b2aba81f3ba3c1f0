package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What a person gets who says a word to the example. */
class WordsIT {

    @RegisterExtension
    static final Server server = new Server();

    private final StringWriter out = new StringWriter();
    private final StringWriter problems = new StringWriter();

    private PGSimpleDataSource database;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = server.emptyDatabase();
    }

    @Test
    void checkHoldsTheModelAgainstTheRevisions() {
        int exit = run("check");

        assertThat(exit).as(problems.toString()).isZero();
        assertThat(lines(out)).isEqualTo("No difference between the revisions and the jOOQ model.\n");
    }

    @Test
    void driftTellsWhatSomebodyHasDone() throws SQLException {
        Migrator.postgres(database).build().upgrade("009");
        Server.execute(database, "drop index idx_metadata_key; alter table metadata add column bpm numeric(6, 2)");

        int exit = run("drift");

        assertThat(exit).as(problems.toString()).isEqualTo(2);
        assertThat(lines(out)).isEqualTo("""
                2 differences from database '%s' on localhost:%d to its applied revisions:
                - column public.metadata.bpm numeric(6,2)
                + index public.idx_metadata_key CREATE INDEX idx_metadata_key ON public.metadata USING btree (key)
                """.formatted(database.getDatabaseName(), database.getPortNumbers()[0]));
    }

    @Test
    void driftNeedsADatabase() {
        int exit = Tracktion.run(
                new Places(Optional.empty(), Optional.empty()),
                new PrintWriter(out),
                new PrintWriter(problems, true),
                "drift");

        assertThat(exit).isOne();
        assertThat(lines(problems)).isEqualTo("Which database may have drifted? DATABASE_URL names none.\n");
    }

    @Test
    void revisionWritesNothingWhereThereIsNothingToDo(@TempDir Path sources) {
        int exit = run("revision", "--autogenerate", "-m", "Nothing", "--source-root", sources.toString());

        assertThat(exit).as(problems.toString()).isZero();
        assertThat(lines(out)).isEqualTo("No difference between the revisions and the jOOQ model.\n");
        assertThat(sources).isEmptyDirectory();
    }

    @Test
    void aWordThatIsNotUnderstoodIsAFailureAndNoDifference() {
        int exit = run("revision", "--autogenerate");

        assertThat(exit).isOne();
        assertThat(lines(problems)).startsWith("Missing required option: '--message=<message>'\n");
    }

    private int run(String... words) {
        return Tracktion.run(
                new Places(Optional.of(Server.url(database)), Optional.empty()),
                new PrintWriter(out, true),
                new PrintWriter(problems, true),
                words);
    }

    private static String lines(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
