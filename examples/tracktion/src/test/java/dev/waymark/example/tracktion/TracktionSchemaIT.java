package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * After each revision the catalog equals that of a database into which the schema of that time was loaded, whether the
 * revision was reached from below or from above.
 */
class TracktionSchemaIT {

    private static final List<String> TARGETS =
            List.of("base", "001", "002", "003", "004", "005", "006", "007", "008", "009");

    @RegisterExtension
    static final Server server = new Server();

    private static Map<String, List<String>> schemas;

    private DataSource database;
    private Migrator migrator;

    @BeforeAll
    static void loadTheSchemas() throws IOException, SQLException {
        schemas = new HashMap<>();
        for (String target : TARGETS) {
            DataSource loaded = target.equals("base") ? server.emptyDatabase() : server.databaseWith(dump(target));
            schemas.put(target, Catalog.of(loaded));
        }
    }

    @BeforeEach
    void createDatabase() throws SQLException {
        database = server.emptyDatabase();
        migrator = Migrator.postgres(database).build();
    }

    static Stream<Arguments> steps() {
        return Stream.iterate(1, step -> step < TARGETS.size(), step -> step + 1)
                .map(step -> Arguments.of(TARGETS.get(step - 1), TARGETS.get(step)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("steps")
    void upMakesTheSchemaOfItsTime(String before, String revision) throws Exception {
        migrator.upgrade(revision);

        assertThat(Catalog.of(database)).containsExactlyElementsOf(schemas.get(revision));
    }

    @ParameterizedTest(name = "{1} to {0}")
    @MethodSource("steps")
    void downGivesBackTheSchemaBefore(String before, String revision) throws Exception {
        migrator.upgrade(revision);
        migrator.downgrade(before);

        assertThat(Catalog.of(database)).containsExactlyElementsOf(schemas.get(before));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("steps")
    void goesUpDownAndUpAgain(String before, String revision) throws Exception {
        migrator.upgrade(revision);
        migrator.downgrade(before);
        migrator.upgrade(revision);

        assertThat(Catalog.of(database)).containsExactlyElementsOf(schemas.get(revision));
    }

    @Test
    void theWholeWayDownGivesBackEachSchemaOnTheWay() throws Exception {
        migrator.upgrade("009");

        for (int step = TARGETS.size() - 2; step >= 0; step--) {
            migrator.downgrade(TARGETS.get(step));
            assertThat(Catalog.of(database))
                    .as(TARGETS.get(step))
                    .containsExactlyElementsOf(schemas.get(TARGETS.get(step)));
        }
    }

    static String dump(String revision) throws IOException {
        try (InputStream dump = TracktionSchemaIT.class.getResourceAsStream("/after-" + revision + ".sql")) {
            return new String(dump.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
