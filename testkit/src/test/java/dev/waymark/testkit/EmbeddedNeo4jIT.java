package dev.waymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class EmbeddedNeo4jIT {

    @TempDir
    private Path directory;

    @Test
    void whatIsWipedIsEmptyButForWhatTheServerMakes() {
        try (EmbeddedNeo4j server = EmbeddedNeo4j.start(directory.resolve("home"));
                Driver driver = driver(server)) {
            run(driver, "CREATE (:Track {title: 'One'})-[:NEXT]->(:Track {title: 'Two'})");
            run(driver, "CREATE CONSTRAINT title FOR (t:Track) REQUIRE t.title IS UNIQUE");
            run(driver, "CREATE TEXT INDEX words FOR (t:Track) ON (t.words)");

            server.wipe();

            assertThat(run(driver, "MATCH (n) RETURN 'node'")).isEmpty();
            assertThat(run(driver, "SHOW CONSTRAINTS YIELD name")).isEmpty();
            assertThat(run(driver, "SHOW INDEXES YIELD type")).containsOnly("LOOKUP");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aTransactionThatIsOpenDoesNotKeepItFromBeingWiped() {
        try (EmbeddedNeo4j server = EmbeddedNeo4j.start();
                Driver driver = driver(server);
                Session session = driver.session()) {
            Transaction open = session.beginTransaction();
            open.run("CREATE (:Track)").consume();

            server.wipe();

            assertThatThrownBy(() -> open.run("RETURN 1").consume()).isInstanceOf(Neo4jException.class);
            assertThat(run(driver, "MATCH (n) RETURN 'node'")).isEmpty();
        }
    }

    @Test
    void aRestartKeepsWhatWasCommittedAndTheAddress() {
        try (EmbeddedNeo4j server = EmbeddedNeo4j.start()) {
            String before = server.uri();
            try (Driver driver = driver(server)) {
                run(driver, "CREATE (:Track {title: 'One'})");
            }

            server.restart();

            assertThat(server.uri()).isEqualTo(before);
            try (Driver driver = driver(server)) {
                assertThat(run(driver, "MATCH (t:Track) RETURN t.title")).containsExactly("One");
            }
        }
    }

    @Test
    void aPoolHandsOutWhatWasGivenBackAndItIsEmpty() {
        try (EmbeddedNeo4jPool pool = new EmbeddedNeo4jPool()) {
            EmbeddedNeo4j first = pool.take();
            try (Driver driver = driver(first)) {
                run(driver, "CREATE (:Track)");
                pool.giveBack(first);

                EmbeddedNeo4j again = pool.take();

                assertThat(again).isSameAs(first);
                assertThat(run(driver, "MATCH (n) RETURN 'node'")).isEmpty();
            }
        }
    }

    @Test
    void aPoolClosesWhatIsLeftWhenATestClosedItsServerItself() {
        EmbeddedNeo4jPool pool = new EmbeddedNeo4jPool();
        EmbeddedNeo4j closed = pool.take();
        EmbeddedNeo4j left = pool.take();
        closed.close();

        pool.close();

        try (Driver driver = driver(left)) {
            assertThatThrownBy(driver::verifyConnectivity).isInstanceOf(ServiceUnavailableException.class);
        }
    }

    @Test
    void aHomeThatIsInUseIsRefusedAndKept() {
        Path home = directory.resolve("home");
        try (EmbeddedNeo4j server = EmbeddedNeo4j.start(home);
                Driver driver = driver(server)) {
            run(driver, "CREATE (:Track {title: 'One'})");

            assertThatThrownBy(() -> EmbeddedNeo4j.start(home))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The embedded Neo4j can't start in " + home + ". Its files are still there.");

            assertThat(run(driver, "MATCH (t:Track) RETURN t.title")).containsExactly("One");
        }
    }

    private static Driver driver(EmbeddedNeo4j server) {
        return GraphDatabase.driver(server.uri(), AuthTokens.none(), Config.defaultConfig());
    }

    private static List<String> run(Driver driver, String cypher) {
        try (Session session = driver.session()) {
            return session.run(cypher).list(row -> row.get(0).asString());
        }
    }
}
