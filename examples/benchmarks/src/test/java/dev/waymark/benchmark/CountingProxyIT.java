package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountingProxyIT {

    private Server server;
    private CountingProxy proxy;
    private Connection connection;

    @BeforeAll
    void connect(@TempDir Path directory) throws Exception {
        server = Server.start(directory, Server.Flush.OFF);
        proxy = CountingProxy.postgres(server.port());
        connection = DriverManager.getConnection(Server.url(proxy.port(), "postgres"));
        assertThat(proxy.take().connections()).isEqualTo(1);
    }

    @AfterAll
    void disconnect() throws Exception {
        connection.close();
        proxy.close();
        server.close();
    }

    @Test
    void countsATransactionOfOneStatementAsThreeStatementsInTwoRoundTrips() throws Exception {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            connection.commit();
        }
        connection.setAutoCommit(true);

        assertThat(proxy.take()).isEqualTo(new Traffic(0, 3, 2, 0));
    }

    @Test
    void countsStatementsSentTogetherAsOneRoundTripAndSeesALock() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1; select pg_advisory_lock(1)");
        }

        assertThat(proxy.take()).isEqualTo(new Traffic(0, 2, 1, 1));
    }
}
