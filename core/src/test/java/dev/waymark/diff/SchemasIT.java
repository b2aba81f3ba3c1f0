package dev.waymark.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.schema.SchemaSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Large schemas of other people: made from nothing by a diff, and back to nothing, judged by queries that share nothing
 * with the reader. They are not part of this project: the system property {@code waymark.data} says where they are.
 */
class SchemasIT {

    private static final SchemaDiff NOTHING = new SchemaDiff(List.of(), List.of(), List.of());

    /** They have functions in indexes without a search path, and names that have become key words. */
    private static final Set<String> BEFORE_17 = Set.of("chado.sql", "kitchen_sink.sql");

    /** In bytes; what is larger takes too long for a plain build. */
    private static final long LARGE = 100_000;

    private static final Path FOLDER = Path.of(System.getProperty("waymark.data", "../../shared/data"), "schemas");

    @BeforeAll
    static void schemasAreThere() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "no schemas in " + FOLDER.toAbsolutePath());
    }

    @Nested
    class Small {

        static Stream<Path> schemas() {
            return files().filter(file -> file.toFile().length() < LARGE);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("schemas")
        void isMadeFromNothingAndBackToNothing(Path file) {
            madeFromNothingAndBackToNothing(file);
        }
    }

    @Nested
    @Tag("full")
    class Large {

        static Stream<Path> schemas() {
            return files().filter(file -> file.toFile().length() >= LARGE);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("schemas")
        void isMadeFromNothingAndBackToNothing(Path file) {
            madeFromNothingAndBackToNothing(file);
        }
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void madeFromNothingAndBackToNothing(Path file) {
        assumeTrue(
                serverVersion() < 17 || !BEFORE_17.contains(String.valueOf(file.getFileName())),
                "PostgreSQL 17 and newer don't take this schema");
        try (DiffDatabase loaded = DiffDatabase.of(sql(file));
                DiffDatabase made = DiffDatabase.create()) {
            loaded.run("reset all");
            SchemaSnapshot nothing = made.snapshot();
            List<String> noLines = made.lines();
            SchemaSnapshot schema = loaded.snapshot();
            SchemaDiff diff = SchemaDiff.between(nothing, schema);

            made.apply(diff.up());

            assertThat(schema.unmodelled()).isEmpty();
            assertThat(made.lines()).containsExactlyInAnyOrderElementsOf(loaded.lines());
            assertThat(SchemaDiff.between(made.snapshot(), schema)).isEqualTo(NOTHING);
            assertThat(SchemaDiff.between(schema, loaded.snapshot())).isEqualTo(NOTHING);

            made.apply(diff.down());

            assertThat(made.lines()).isEqualTo(noLines);
            assertThat(made.snapshot()).isEqualTo(nothing);
        }
    }

    private static int serverVersion() {
        try (DiffDatabase database = DiffDatabase.create()) {
            return Integer.parseInt(database.query("show server_version_num").get(0)) / 10_000;
        }
    }

    /** The driver takes nothing but UTF-8. */
    private static String sql(Path file) {
        try {
            return Files.readString(file).replaceAll("(?i)set client_encoding\\s*=\\s*latin1;", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
