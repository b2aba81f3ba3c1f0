package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultProxyIT {

    private Server server;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        server = Server.start(directory, Server.Flush.OFF);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void passesOnWhatItCounts() throws Exception {
        try (var proxy = new FaultProxy(server.port());
                Connection connection = connect(proxy);
                Statement statement = connection.createStatement()) {
            int before = proxy.requests();
            statement.execute("select 1");
            statement.execute("select 2; select 3");

            assertThat(proxy.requests() - before).isEqualTo(2);
        }
    }

    @Test
    void endsTheServerProcessBeforeItGetsTheRequest() throws Exception {
        endAtCreation("before_request", FaultProxy.Side.BEFORE);

        assertThat(exists("before_request")).isEqualTo("f");
    }

    @Test
    void endsTheServerProcessAfterItsAnswerThatNobodyHears() throws Exception {
        endAtCreation("after_request", FaultProxy.Side.AFTER);

        assertThat(exists("after_request")).isEqualTo("t");
    }

    @Test
    void cutsAllConnections() throws Exception {
        try (var proxy = new FaultProxy(server.port());
                Connection connection = connect(proxy);
                Statement statement = connection.createStatement()) {
            proxy.arm(new FaultProxy.Fault(
                    (number, text) -> text.contains("cut_off"), FaultProxy.Side.BEFORE, backend -> proxy.cut()));

            assertThatThrownBy(() -> statement.execute("create table cut_off ()"))
                    .isInstanceOf(SQLException.class);
            assertThat(proxy.awaitStruck(0)).isTrue();
        }
        assertThat(exists("cut_off")).isEqualTo("f");
    }

    private void endAtCreation(String table, FaultProxy.Side side) throws Exception {
        try (var proxy = new FaultProxy(server.port());
                Connection connection = connect(proxy);
                Statement statement = connection.createStatement()) {
            proxy.arm(new FaultProxy.Fault((number, text) -> text.contains(table), side, this::end));

            assertThatThrownBy(() -> statement.execute("create table " + table + " ()"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("terminating connection");
        }
    }

    private void end(int backend) throws SQLException {
        server.value("postgres", "select pg_terminate_backend(" + backend + ", 10000)");
    }

    private String exists(String table) throws SQLException {
        return server.value("postgres", "select to_regclass('" + table + "') is not null");
    }

    private static Connection connect(FaultProxy proxy) throws SQLException {
        return DriverManager.getConnection(Server.url(proxy.port(), "postgres"));
    }
}
