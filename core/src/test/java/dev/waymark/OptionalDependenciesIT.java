package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.autogenerate.Autogenerate;
import dev.waymark.autogenerate.Generated;
import dev.waymark.autogenerate.Model;
import dev.waymark.autogenerate.RevisionOptions;
import dev.waymark.postgres.Scratch;
import dev.waymark.postgres.TestDatabase;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** jOOQ, Jackson and HikariCP are needed only by those who call what needs them. */
class OptionalDependenciesIT {

    private static final List<String> ABSENT = List.of("jooq", "jackson", "HikariCP", "r2dbc", "reactive-streams");

    private final TestDatabase database = TestDatabase.create();

    @Test
    void aRunGoesUpAndDownAndSchemasAreComparedWithoutThem() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPathWithoutThem(),
                        UpDownAndCompared.class.getName(),
                        "postgresql://postgres@localhost:%d/%s".formatted(database.port(), database.name()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(database.applied()).containsExactly("001 (head)");
    }

    private static String classPathWithoutThem() {
        String all = System.getProperty("surefire.test.class.path", "")
                + File.pathSeparator
                + System.getProperty("java.class.path", "")
                + File.pathSeparator
                + System.getProperty("jdk.module.path", "")
                + File.pathSeparator
                + Path.of("target", "classes").toAbsolutePath()
                + File.pathSeparator
                + Path.of("target", "test-classes").toAbsolutePath();
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> ABSENT.stream().noneMatch(entry::contains))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs in a JVM of its own. */
    static final class UpDownAndCompared {

        private UpDownAndCompared() {}

        public static void main(String[] arguments) {
            for (String name : List.of("org.jooq.DSLContext", "com.fasterxml.jackson.databind.ObjectMapper")) {
                requireAbsent(name);
            }
            Migrator migrator = Migrator.postgres(arguments[0])
                    .revisions(new Artists(), new Albums())
                    .build();
            migrator.upgrade();
            migrator.downgrade("-1");
            migrator.history();
            compare(migrator.autogenerate(Scratch.onServer(arguments[0])));
        }

        private static void compare(Autogenerate autogenerate) {
            Model model = Model.ddl("create table artists (id integer primary key)");
            require(autogenerate.check(model).sql().size() == 1, "albums are to be dropped");
            require(!autogenerate.drift().toString().contains("table"), "there is no drift");
            Generated generated = autogenerate.revision(model, "Only artists", RevisionOptions.inPackage("app"));
            require(generated.files().size() == 1, "there is a revision");
        }

        private static void require(boolean fact, String what) {
            if (!fact) {
                throw new IllegalStateException("It should be that " + what);
            }
        }

        private static void requireAbsent(String name) {
            try {
                throw new IllegalStateException(Class.forName(name) + " is there");
            } catch (ClassNotFoundException expected) {
                // as it should be
            }
        }
    }
}
