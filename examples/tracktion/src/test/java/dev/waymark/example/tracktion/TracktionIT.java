package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** What a person sees who runs the example. */
class TracktionIT {

    private static final String REPORT = """
            Tracktion on PostgreSQL VERSION, by DATABASE_URL

            Up to head
              001  Initial schema                                            N ms
              002  Add file and processing fields to recordings              N ms
              003  Add rename proposals                                      N ms
              004  Add audit logs, sync tables and tracklist versions        N ms
              005  Add analysis results                                      N ms
              006  Add jobs                                                  N ms
              007  Add admin operation history                               N ms
              008  Add soft delete to recordings                             N ms
              009  Add checks, cascades and indexes                          N ms
                   9 revisions                                               N ms
                   11 tables, 53 indexes, 27 constraints

            Current
              009  Add checks, cascades and indexes

            History
              009  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms
              008  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms
              007  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms
              006  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms
              005  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms
              004  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms
              003  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms
              002  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms
              001  yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                     N ms

            Down to base
              009  Add checks, cascades and indexes                          N ms
              008  Add soft delete to recordings                             N ms
              007  Add admin operation history                               N ms
              006  Add jobs                                                  N ms
              005  Add analysis results                                      N ms
              004  Add audit logs, sync tables and tracklist versions        N ms
              003  Add rename proposals                                      N ms
              002  Add file and processing fields to recordings              N ms
              001  Initial schema                                            N ms
                   9 revisions                                               N ms
                   0 tables, 0 indexes, 0 constraints

            Up to head again
              001  Initial schema                                            N ms
              002  Add file and processing fields to recordings              N ms
              003  Add rename proposals                                      N ms
              004  Add audit logs, sync tables and tracklist versions        N ms
              005  Add analysis results                                      N ms
              006  Add jobs                                                  N ms
              007  Add admin operation history                               N ms
              008  Add soft delete to recordings                             N ms
              009  Add checks, cascades and indexes                          N ms
                   9 revisions                                               N ms
                   11 tables, 53 indexes, 27 constraints

            Done in S s
            """;

    @RegisterExtension
    static final Server server = new Server();

    private final StringWriter out = new StringWriter();
    private final StringWriter problems = new StringWriter();

    @Test
    void reportsEachStepOfTheTour() throws SQLException {
        run(Server.url(server.emptyDatabase()));

        assertThat(problems).hasToString("");
        assertThat(steady(out)).isEqualTo(REPORT);
    }

    @Test
    void startsAServerOfItsOwnWhereNoneIsNamed() {
        int exit = Tracktion.run(Optional.empty(), new PrintWriter(out), new PrintWriter(problems));

        assertThat(problems).hasToString("");
        assertThat(exit).isZero();
        assertThat(out.toString())
                .startsWith("Tracktion on PostgreSQL ")
                .contains(", embedded")
                .contains("Done in ");
    }

    @Test
    void runsAgainOnItsOwnDatabase() throws SQLException {
        PGSimpleDataSource database = server.emptyDatabase();
        run(Server.url(database));

        int exit = run(Server.url(database));

        assertThat(problems).hasToString("");
        assertThat(exit).isZero();
    }

    @Test
    void refusesADatabaseOfSomebodyElse() throws SQLException {
        PGSimpleDataSource database =
                server.databaseWith("create table customer (); create view recordings as select 1");

        int exit = run(Server.url(database));

        assertThat(exit).isOne();
        assertThat(out).hasToString("");
        assertThat(problems)
                .hasToString("Tracktion goes down to base, and so it refuses the database of DATABASE_URL,"
                        + " which has tables in schema public that are not its own: customer, recordings."
                        + System.lineSeparator());
    }

    @Test
    void refusesItsOwnDatabaseOnceSomebodyElseHasMovedIn() throws SQLException {
        PGSimpleDataSource database = server.emptyDatabase();
        run(Server.url(database));
        Server.execute(database, "create table customer ()");

        int exit = run(Server.url(database));

        assertThat(exit).isOne();
        assertThat(problems)
                .hasToString("Tracktion goes down to base, and so it refuses the database of DATABASE_URL,"
                        + " which has tables in schema public that are not its own: customer."
                        + System.lineSeparator());
    }

    @Test
    void refusesAUrlThatItCanNotRead() {
        int exit = run("mysql://localhost/tracktion");

        assertThat(exit).isOne();
        assertThat(problems)
                .hasToString("DATABASE_URL is neither postgresql://user:password@host:5432/database"
                        + " nor jdbc:postgresql://host:5432/database?user=...&password=..." + System.lineSeparator());
    }

    private int run(String url) {
        return Tracktion.run(Optional.of(url), new PrintWriter(out, true), new PrintWriter(problems, true));
    }

    /** What differs from run to run is made the same, in the same width. */
    private static String steady(StringWriter report) {
        return report.toString()
                .replace(System.lineSeparator(), "\n")
                .replaceAll("PostgreSQL \\S+,", "PostgreSQL VERSION,")
                .replaceAll("[ \\d]{6} ms", "     N ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "yyyy-mm-dd hh:mm:ss.SSS")
                .replaceAll("Done in [\\d.]+ s", "Done in S s");
    }
}
