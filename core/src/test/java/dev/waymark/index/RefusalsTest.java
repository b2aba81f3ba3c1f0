package dev.waymark.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.index.Project.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fails the build, at which line, in which words. */
class RefusalsTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void aProjectWithABase() {
        project = new Project(directory, "app").revises("R001", "id = \"001\", labels = \"main\"");
    }

    @Test
    void theRevisionOfTracktionWhoseParentDoesNotExist() {
        project.revises("R002", "id = \"002\", revises = \"001\"").revises("R003", "id = \"003\", revises = \"002\"");
        project.source("app/R004.java", """
                package app;

                import dev.waymark.Revision;
                import dev.waymark.postgres.*;

                @Revision(
                        id = "004",
                        revises = "003_add_rename_proposals",
                        message = "Add a status to rename proposals")
                final class R004 implements SqlMigration {
                    @Override public void up(SqlContext sql) {}
                    @Override public void down(SqlContext sql) {}
                }
                """);

        refuses(
                "R004.java:8: error: '004' revises '003_add_rename_proposals', which does not exist; did you mean '003'?");
        assertThat(project.classes().resolve(IndexSection.RESOURCE)).doesNotExist();
    }

    @Test
    void aDependencyThatIsNoIdAndNoLabel() {
        project.revises("R002", "id = \"002\",\nrevises = \"001\",\ndependsOn = {\"001\",\n\"mein\"}");

        refuses("R002.java:5: error: '002' depends on 'mein', which is no id and no label; did you mean 'main'?");
    }

    @Test
    void anIdThatIsGivenTwice() {
        project.revises("R001b", "id = \"001\", revises = \"001\"");

        refuses("R001b.java:2: error: Two revisions have the id '001': class app.R001b, and class app.R001."
                + " Give one of them another id.");
    }

    @Test
    void aLabelThatIsGivenTwice() {
        project.revises("R002", "id = \"002\", revises = \"001\",\nlabels = {\"other\",\n\"main\"}");

        refuses("R002.java:4: error: label 'main' is given more than once: to '001' and '002'.");
    }

    @Test
    void aLabelThatIsAnId() {
        project.revises("R002", "id = \"002\", revises = \"001\", labels = \"001\"");

        refuses("R002.java:2: error: label '001', on '002', is also the id of a revision.");
    }

    @Test
    void aRevisionThatRevisesItself() {
        project.revises("R002", "id = \"002\",\nrevises = \"002\"");

        refuses("R002.java:3: error: '002' revises itself.");
    }

    @Test
    void aCycle() {
        project.revises("R002", "id = \"002\",\nrevises = {\"001\",\n\"003\"}")
                .revises("R003", "id = \"003\", revises = \"002\"");

        refuses("R002.java:4: error: '002', '003' descend from each other in a cycle, by 'revises'.");
    }

    @Test
    void aCycleByWayOfADependency() {
        project.revises("R002", "id = \"002\",\ndependsOn = \"003\"")
                .revises("R003", "id = \"003\", revises = \"002\"");

        refuses("R002.java:3: error: '002', '003' require each other in a cycle, by way of 'dependsOn'.");
    }

    @Test
    void namesThatATargetCouldNotMean() {
        project.revises("R002", "id = \"2-b\",\nrevises = \"0 0\",\nlabels = {\"ok\",\n\"head\"}");

        String reason = ": use 1 to 100 of A-Z, a-z, 0-9, '_' and '.', since '@', '-', '+' and ':' have a meaning in"
                + " targets.";
        refuses(
                "R002.java:2: error: Illegal revision id '2-b'" + reason,
                "R002.java:3: error: Illegal revision id '0 0'" + reason,
                "R002.java:5: error: Illegal label 'head': that word has a meaning of its own in targets.");
    }

    @Test
    void everythingAtOnce() {
        project.revises("R002", "id = \"002\", revises = \"zzz\"").revises("R003", "id = \"003\", revises = \"003\"");

        refuses(
                "R002.java:2: error: '002' revises 'zzz', which does not exist.",
                "R003.java:2: error: '003' revises itself.");
    }

    @Nested
    class AClassThatCannotBeUsed {

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                        abstract class X implements SqlMigration            | X   | is abstract
                        interface X extends SqlMigration                    | X   | is not a class
                        enum X implements SqlMigration                      | X   | is not a class
                        class X                                             | X   | is no migration: implement SqlMigration, CypherMigration or another kind
                        class X implements SqlMigration, Other              | X   | is of two kinds, app.Other and dev.waymark.postgres.SqlMigration: choose one
                        record X(int number) implements SqlMigration        | X   | has no constructor without parameters; one that the application makes (MigratorBuilder.making) needs -Awaymark.constructors=any
                        """)
        void byItsHeader(String header, String name, String flaw) {
            project.source("app/X.java", source("@Revision(id = \"002\", revises = \"001\") " + header + " {"));

            refuses("X.java:3: error: Class app." + name + " of revision '002' " + flaw + ".");
        }

        @ParameterizedTest(name = "{1}")
        @CsvSource(delimiter = '|', textBlock = """
                        class X implements SqlMigration         | X(int number) {}  | has no constructor without parameters; one that the application makes (MigratorBuilder.making) needs -Awaymark.constructors=any
                        class X implements SqlMigration         | private X() {}    | has a private constructor
                        """)
        void byItsConstructor(String header, String constructor, String flaw) {
            project.source(
                    "app/X.java", source("@Revision(id = \"002\", revises = \"001\") " + header + " { " + constructor));

            refuses("X.java:3: error: Class app.X of revision '002' " + flaw + ".");
        }

        @Test
        void mayHaveAnyConstructorOnRequest() {
            project.source(
                    "app/X.java",
                    source(
                            "@Revision(id = \"002\", revises = \"001\") class X implements SqlMigration { X(int number) {}"));

            assertThat(project.compile("-Awaymark.constructors=any")).isEqualTo(new Outcome(true, List.of()));
            assertThat(project.revisions()).hasSize(2);
        }

        @Test
        void needsAnOptionThatIsKnown() {
            assertThat(project.compile("-Awaymark.constructors=some"))
                    .isEqualTo(new Outcome(
                            false, List.of("error: The option -Awaymark.constructors is 'some': it may be 'any'.")));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                        class In implements SqlMigration                 | is an inner class: make it static
                        private static class In implements SqlMigration  | is private
                        """)
        void byItsPlace(String header, String flaw) {
            project.source(
                    "app/X.java",
                    source("class X {\n@Revision(id = \"002\", revises = \"001\") " + header + " {")
                            .replace("}}", "}}}"));

            refuses("X.java:4: error: Class app.X$In of revision '002' " + flaw + ".");
        }

        private String source(String beginning) {
            return """
                   package app; import dev.waymark.Revision; import dev.waymark.postgres.*; import dev.waymark.migration.*;
                   interface Other extends Migration<SqlContext> {}
                   %s
                   %s public void up(SqlContext sql) {} public void down(SqlContext sql) {}}
                   """.formatted(
                            beginning,
                            beginning.contains("interface X")
                                    ? "default void x() {} } class Y {"
                                    : beginning.contains("enum") ? ";" : "");
        }
    }

    @Nested
    class AnUnmergedFork {

        private static final String FORK =
                "Revisions '002a' and '002b' are two heads of one branch: both descend from '001', and neither has a label"
                        + " of its own since then. Merge them with a revision that revises both, or label the branches.";

        @BeforeEach
        void aFork() {
            project.revises("R002a", "id = \"002a\", revises = \"001\"")
                    .revises("R002b", "id = \"002b\",\nrevises = \"001\"");
        }

        @Test
        void isRefused() {
            refuses("R002b.java:3: error: " + FORK);
        }

        @Test
        void isAWarningOnRequest() {
            assertThat(project.compile("-Awaymark.forks=warn"))
                    .isEqualTo(new Outcome(true, List.of("R002b.java:3: warning: " + FORK)));
            assertThat(project.revisions()).hasSize(3);
        }

        @Test
        void isNoForkOnceItIsMerged() {
            accepts(project.revises("R003", "id = \"003\", revises = {\"002a\", \"002b\"}"));
        }

        @Test
        void isIntendedWhereAnArmHasALabelOfItsOwn() {
            accepts(project.revises("R002b", "id = \"002b\", revises = \"001\", labels = \"reports\"")
                    .revises("R003b", "id = \"003b\", revises = \"002b\""));
        }

        @Test
        void mayHideInALabelledArm() {
            project.revises("R002b", "id = \"002b\", revises = \"001\", labels = \"reports\"")
                    .revises("R003b", "id = \"003b\", revises = \"002b\"")
                    .revises("R003c", "id = \"003c\", revises = \"002b\"");

            refuses("R003c.java:2: error: "
                    + FORK.replace("002b", "003c").replace("002a", "003b").replace("001", "002b"));
        }

        @Test
        void isNotWhatTwoBasesAre() {
            accepts(project.revises("R002b", "id = \"002b\""));
        }

        @Test
        void needsAnOptionThatIsKnown() {
            assertThat(project.compile("-Awaymark.forks=no"))
                    .isEqualTo(new Outcome(
                            false, List.of("error: The option -Awaymark.forks is 'no': it may be 'error' or 'warn'.")));
        }

        private void accepts(Project sound) {
            assertThat(sound.compile()).isEqualTo(new Outcome(true, List.of()));
        }
    }

    private void refuses(String... messages) {
        assertThat(project.compile()).isEqualTo(new Outcome(false, List.of(messages)));
        assertThat(Files.exists(project.classes().resolve(IndexSection.RESOURCE)))
                .isFalse();
    }
}
