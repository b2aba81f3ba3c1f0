package dev.waymark.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.config.Setting;

/** The server's own service. Only this class knows the server's classes, so that others load without them. */
final class Neo4jService {

    private static final String DATABASE = "neo4j";

    private final DatabaseManagementService service;

    private Neo4jService(DatabaseManagementService service) {
        this.service = service;
    }

    static Neo4jService start(Path home, String host, int port) {
        DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home);
        builder.setConfig(BoltConnector.enabled, true);
        builder.setConfig(BoltConnector.listen_address, new SocketAddress(host, port));
        quietPeriod(builder);
        // Netty 4.2, which drivers bring, and the 4.1 of a server 5.26 do not agree on channels within the JVM.
        set(builder, BoltConnectorInternalSettings.enable_local_connector, false);
        return new Neo4jService(built(builder, home));
    }

    private static DatabaseManagementService built(DatabaseManagementServiceBuilder builder, Path home) {
        try {
            return builder.build();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The embedded Neo4j can't start in " + home + ". Its files are still there.", e);
        }
    }

    /** Without this a stop takes ten seconds. The setting is a number of seconds up to 5.26, and a duration later. */
    private static void quietPeriod(DatabaseManagementServiceBuilder builder) {
        Setting<?> setting = GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period;
        set(builder, setting, ((Object) setting).toString().contains("duration") ? Duration.ZERO : 0);
    }

    @SuppressWarnings("unchecked") // settings that are not meant for users have other types in other versions
    private static void set(DatabaseManagementServiceBuilder builder, Setting<?> setting, Object value) {
        builder.setConfig((Setting<Object>) setting, value);
    }

    void wipe() {
        GraphDatabaseService database = service.database(DATABASE);
        end(database);
        database.executeTransactionally("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
        names(database, "SHOW CONSTRAINTS YIELD name")
                .forEach(name -> database.executeTransactionally("DROP CONSTRAINT $name", Map.of("name", name)));
        names(database, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
                .forEach(name -> database.executeTransactionally("DROP INDEX $name", Map.of("name", name)));
    }

    /** What is open could hold up a command of the schema. The rows are read, or nothing would be ended. */
    private static void end(GraphDatabaseService database) {
        List<String> open = names(
                        database,
                        "SHOW TRANSACTIONS YIELD transactionId AS name, currentQuery"
                                + " WHERE NOT coalesce(currentQuery, '') STARTS WITH 'SHOW TRANSACTIONS' RETURN name")
                .map(Object::toString)
                .toList();
        if (!open.isEmpty()) {
            database.executeTransactionally("TERMINATE TRANSACTIONS $ids", Map.of("ids", open), rows -> rows.stream()
                    .count());
        }
    }

    private static Stream<Object> names(GraphDatabaseService database, String show) {
        return database
                .executeTransactionally(show, Map.of(), rows -> rows.stream()
                        .map(row -> row.get("name"))
                        .toList())
                .stream();
    }

    void stop() {
        service.shutdown();
    }
}
