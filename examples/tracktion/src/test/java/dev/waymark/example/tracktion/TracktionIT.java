package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
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
                     and Neo4j VERSION, by NEO4J_URI

            Up in PostgreSQL
              001        Initial schema                                          N ms
              002        Add file and processing fields to recordings            N ms
              003        Add rename proposals                                    N ms
              004        Add audit logs, sync tables and tracklist versions      N ms
              005        Add analysis results                                    N ms
              006        Add jobs                                                N ms
              007        Add admin operation history                             N ms
              008        Add soft delete to recordings                           N ms
              009        Add checks, cascades and indexes                        N ms
                         9 revisions                                             N ms
                         PostgreSQL: 11 tables, 53 indexes, 27 constraints
                         Neo4j: 0 constraints, 0 indexes
                         Neo4j: 0 recordings, 0 metadata, 0 tracklists

            Up to head of both
              graph_001  Constrain recordings, index metadata                    N ms
              graph_002  Copy recordings, metadata and tracklists                N ms
                         2 revisions                                             N ms
                         PostgreSQL: 11 tables, 53 indexes, 27 constraints
                         Neo4j: 1 constraint, 1 index
                         Neo4j: 2500 recordings, 5000 metadata, 2500 tracklists

            Current
              009        Add checks, cascades and indexes
              graph_002  Copy recordings, metadata and tracklists

            History
              graph_002  yyyy-mm-dd hh:mm:ss.SSS UTC                             N ms
              graph_001  yyyy-mm-dd hh:mm:ss.SSS UTC                             N ms
              009        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms
              008        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms
              007        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms
              006        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms
              005        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms
              004        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms
              003        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms
              002        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms
              001        yyyy-mm-dd hh:mm:ss.SSS UTC  postgres                   N ms

            Down to base
              graph_002  Copy recordings, metadata and tracklists                N ms
              graph_001  Constrain recordings, index metadata                    N ms
              009        Add checks, cascades and indexes                        N ms
              008        Add soft delete to recordings                           N ms
              007        Add admin operation history                             N ms
              006        Add jobs                                                N ms
              005        Add analysis results                                    N ms
              004        Add audit logs, sync tables and tracklist versions      N ms
              003        Add rename proposals                                    N ms
              002        Add file and processing fields to recordings            N ms
              001        Initial schema                                          N ms
                         11 revisions                                            N ms
                         PostgreSQL: 0 tables, 0 indexes, 0 constraints
                         Neo4j: 0 constraints, 0 indexes
                         Neo4j: 0 recordings, 0 metadata, 0 tracklists

            Up to head again
              001        Initial schema                                          N ms
              002        Add file and processing fields to recordings            N ms
              003        Add rename proposals                                    N ms
              004        Add audit logs, sync tables and tracklist versions      N ms
              005        Add analysis results                                    N ms
              006        Add jobs                                                N ms
              007        Add admin operation history                             N ms
              008        Add soft delete to recordings                           N ms
              009        Add checks, cascades and indexes                        N ms
              graph_001  Constrain recordings, index metadata                    N ms
              graph_002  Copy recordings, metadata and tracklists                N ms
                         11 revisions                                            N ms
                         PostgreSQL: 11 tables, 53 indexes, 27 constraints
                         Neo4j: 1 constraint, 1 index
                         Neo4j: 0 recordings, 0 metadata, 0 tracklists

            Done in S s
            """;

    @RegisterExtension
    static final Server server = new Server();

    @RegisterExtension
    static final GraphServer graph = new GraphServer();

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
        int exit = Tracktion.run(
                new Places(Optional.empty(), Optional.empty()), new PrintWriter(out), new PrintWriter(problems));

        assertThat(problems).hasToString("");
        assertThat(exit).isZero();
        assertThat(out.toString())
                .startsWith("Tracktion on PostgreSQL ")
                .contains(", embedded", "and Neo4j ")
                .contains("Done in ");
    }

    @Test
    void runsAgainOnItsOwnDatabase() throws SQLException {
        PGSimpleDataSource database = server.emptyDatabase();
        new Stores(database, graph.driver()).migrator().build().upgrade();

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
        Migrator.postgres(database).build().upgrade("009");
        Server.execute(database, "create table customer ()");

        int exit = run(Server.url(database));

        assertThat(exit).isOne();
        assertThat(problems)
                .hasToString("Tracktion goes down to base, and so it refuses the database of DATABASE_URL,"
                        + " which has tables in schema public that are not its own: customer."
                        + System.lineSeparator());
    }

    @Test
    void refusesAGraphOfSomebodyElse() throws SQLException {
        graph.run("CREATE (:Customer), (:Recording)");

        int exit = run(Server.url(server.emptyDatabase()));

        assertThat(exit).isOne();
        assertThat(problems)
                .hasToString("Tracktion goes down to base, and so it refuses the database of NEO4J_URI,"
                        + " which has nodes with labels that are not its own: Customer, Recording."
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
        return Tracktion.run(
                new Places(Optional.of(url), Optional.of(graph.place())),
                new PrintWriter(out, true),
                new PrintWriter(problems, true));
    }

    /** What differs from run to run is made the same, in the same width. */
    private static String steady(StringWriter report) {
        return report.toString()
                .replace(System.lineSeparator(), "\n")
                .replaceAll("(PostgreSQL|Neo4j) \\S+,", "$1 VERSION,")
                .replaceAll("[ \\d]{6} ms", "     N ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "yyyy-mm-dd hh:mm:ss.SSS")
                .replaceAll("Done in [\\d.]+ s", "Done in S s");
    }
}
