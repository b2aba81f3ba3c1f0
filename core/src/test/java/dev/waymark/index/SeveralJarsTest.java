package dev.waymark.index;

import static dev.waymark.index.Libraries.digests;
import static dev.waymark.index.Libraries.digestsOfOneBigProject;
import static dev.waymark.index.Project.loader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.index.Project.Outcome;
import dev.waymark.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries may ship revisions; the application's compiler and its index count them. */
class SeveralJarsTest {

    private static final Outcome SUCCESS = new Outcome(true, List.of());

    @TempDir
    Path directory;

    @Test
    void countOnTheClassPathAsJars() {
        Project a = libraryA("a");
        Project b = libraryB("b", a.jar());
        Project app = application("app", a.jar(), b.jar());

        assertThat(app.compile()).isEqualTo(SUCCESS);
        assertThat(digests(a.jar(), b.jar(), app.jar())).isEqualTo(digestsOfOneBigProject(directory));
    }

    @Test
    void countOnTheClassPathAsDirectories() {
        Project a = libraryA("a");
        Project b = libraryB("b", a.classes());
        Project app = application("app", a.classes(), b.classes());

        assertThat(app.compile()).isEqualTo(SUCCESS);
        assertThat(digests(a.classes(), b.classes(), app.classes())).isEqualTo(digestsOfOneBigProject(directory));
    }

    @Test
    void namesWhatTheyRequireOfEachOther() {
        Project a = libraryA("a");
        Project b = libraryB("b", a.jar());
        Project app = application("app", a.jar(), b.jar());
        app.compile();

        assertThat(Stream.of(a, b, app).map(SeveralJarsTest::externals))
                .containsExactly(List.of(), List.of("external a2"), List.of("external a2", "external b2"));
    }

    @Test
    void haveTheHeadsOfTheWhole() {
        Project a = libraryA("a");
        Project b = libraryB("b", a.jar());
        Project app = application("app", a.jar(), b.jar());
        app.compile();
        RevisionIndex index = RevisionIndex.of(loader(a.jar(), b.jar(), app.jar()));

        assertThat(index.headDigests())
                .isEqualTo(Map.of(
                        new RevisionId("app2"),
                        digestsOfOneBigProject(directory).get("app2")));
    }

    @Test
    void areNotRequiredToBelongTogether() {
        Project a = libraryA("a");
        Project other = new Project(directory, "other").revises("Other", "id = \"other\"");
        other.compile();

        assertThat(RevisionIndex.of(loader(a.jar(), other.jar())).headDigests().keySet())
                .containsExactly(new RevisionId("a2"), new RevisionId("other"));
    }

    @Test
    void aChangedLibraryIsNoticedWithoutCompilingAgain() {
        Project a = libraryA("a");
        Project app = new Project(directory, "app").needs(a.jar()).revises("App1", "id = \"app1\", revises = \"a2\"");
        app.compile();
        Map<RevisionId, String> before =
                Map.copyOf(RevisionIndex.of(loader(a.jar(), app.jar())).headDigests());
        a.source("app/A1.java", Project.revision("A1", "id = \"a1\"", "sql.execute(\"changed\");"))
                .compile();

        Map<RevisionId, String> after =
                RevisionIndex.of(loader(a.jar(), app.jar())).headDigests();

        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aLibraryThatIsNotThereIsMissedAtCompileTime() {
        Project a = libraryA("a");
        Project b = libraryB("b", a.jar());

        assertThat(application("app", b.jar()).compile())
                .isEqualTo(new Outcome(
                        false,
                        List.of(
                                "App1.java:2: error: 'app1' revises 'a2', which does not exist; did you mean 'b2'?",
                                "error: 'b1' revises 'a2', which does not exist; did you mean 'b2'?")));
    }

    @Test
    void aLibraryThatIsNotThereIsMissedAtRunTime() {
        Project a = libraryA("a");
        Project b = libraryB("b", a.jar());
        RevisionIndex index = RevisionIndex.of(loader(b.jar()));

        assertThatThrownBy(index::headDigests)
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                        The migrations can't be used:
                          'b1' revises 'a2', which does not exist; did you mean 'b2'?
                        The database was not touched.
                        To fix this: correct the named migrations and build again.""");
    }

    @Test
    void anIdOfALibraryIsTaken() {
        Project a = libraryA("a");
        Project app = new Project(directory, "app").needs(a.jar()).revises("Mine", "id = \"a1\"");

        assertThat(app.compile())
                .isEqualTo(new Outcome(
                        false,
                        List.of("Mine.java:2: error: Two revisions have the id 'a1': class app.Mine, and class app.A1,"
                                + " which is in another jar. Give one of them another id.")));
    }

    @Test
    void aLabelOfALibraryIsTaken() {
        Project b = libraryB("b", libraryA("a").jar());
        Project app = new Project(directory, "app")
                .needs(directory.resolve("a/a.jar"), b.jar())
                .revises("Mine", "id = \"mine\", labels = \"bees\"");

        assertThat(app.compile())
                .isEqualTo(new Outcome(
                        false,
                        List.of("Mine.java:2: error: label 'bees' is given more than once: to 'b2' and 'mine'.")));
    }

    @Test
    void anIdInTwoJarsIsAnErrorAtRunTime() {
        Project one = new Project(directory, "one").revises("One", "id = \"001\"");
        Project two = new Project(directory, "two").revises("Two", "id = \"001\"");
        one.compile();
        two.compile();
        RevisionIndex index = RevisionIndex.of(loader(one.jar(), two.classes()));

        assertThatThrownBy(index::headDigests)
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                        The migrations can't be used:
                          Two revisions have the id '001': class app.One in one.jar!/META-INF/waymark/revisions, and class app.Two in two/classes/META-INF/waymark/revisions.
                        The database was not touched.
                        To fix this: correct the named migrations and build again.""");
    }

    @Test
    void theSameJarTwiceIsThereOnce() {
        Path jar = libraryA("a").jar();

        assertThat(RevisionIndex.of(loader(jar, jar)).revisions()).hasSize(2);
    }

    @Test
    void mayBeShadedIntoOne() {
        Project a = libraryA("a");
        Project b = libraryB("b", a.jar());
        Project app = application("app", a.jar(), b.jar());
        app.compile();
        Path shaded = directory.resolve("shaded");
        Project.write(shaded.resolve(IndexSection.RESOURCE), a.index() + "\n" + b.index() + "\n" + app.index() + "\n");

        assertThat(digests(shaded)).isEqualTo(digestsOfOneBigProject(directory));
        assertThat(RevisionIndex.of(loader(shaded)).headDigests().keySet()).containsExactly(new RevisionId("app2"));
    }

    private Project libraryA(String name) {
        Project a = new Project(directory, name);
        Libraries.addA(a, "app");
        assertThat(a.compile()).isEqualTo(SUCCESS);
        return a;
    }

    private Project libraryB(String name, Path... needed) {
        Project b = new Project(directory, name).needs(needed);
        Libraries.addB(b, "app");
        assertThat(b.compile()).isEqualTo(SUCCESS);
        return b;
    }

    private Project application(String name, Path... needed) {
        Project app = new Project(directory, name).needs(needed);
        Libraries.addApplication(app);
        return app;
    }

    private static List<String> externals(Project project) {
        return project.index()
                .lines()
                .filter(line -> line.startsWith("external"))
                .toList();
    }
}
