package dev.waymark.index;

import static dev.waymark.index.Project.loader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Revision;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.index.Project.Outcome;
import dev.waymark.revision.RevisionId;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Libraries may ship revisions: library b requires library a, and the application requires both.
 *
 * <pre>
 *  a1 - a2 ------- app1 - app2
 *        \          /
 *         b1 - b2 -    (app1 depends on b's label)
 * </pre>
 */
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
        assertThat(digests(a.jar(), b.jar(), app.jar())).isEqualTo(digestsOfOneBigProject());
    }

    @Test
    void countOnTheClassPathAsDirectories() {
        Project a = libraryA("a");
        Project b = libraryB("b", a.classes());
        Project app = application("app", a.classes(), b.classes());

        assertThat(app.compile()).isEqualTo(SUCCESS);
        assertThat(digests(a.classes(), b.classes(), app.classes())).isEqualTo(digestsOfOneBigProject());
    }

    @Test
    void countOnTheModulePath() {
        Project a = module(new Project(directory, "a"), "lib.a", "liba");
        addA(a, "liba");
        assertThat(a.compile()).isEqualTo(SUCCESS);
        Project b = module(new Project(directory, "b").needs(a.jar()), "lib.b", "libb", "lib.a");
        addB(b, "libb");
        assertThat(b.compile()).isEqualTo(SUCCESS);
        Project app = module(new Project(directory, "app").needs(a.jar(), b.jar()), "app", "app", "lib.a", "lib.b");
        addApplication(app);

        assertThat(app.compile()).isEqualTo(SUCCESS);
        assertThat(digests(a.jar(), b.jar(), app.jar())).isEqualTo(digestsOfOneBigProject());
        assertThat(instances(layer(a.jar(), b.jar(), app.jar())))
                .containsExactlyInAnyOrder("liba.A1", "liba.A2", "libb.B1", "libb.B2", "app.App1", "app.App2");
    }

    @Test
    void aModuleMustOpenItsMigrations() {
        Project app = new Project(directory, "app")
                .revises("App1", "id = \"app1\"")
                .source("module-info.java", "module app { requires dev.waymark.core; }");
        assertThat(app.compile()).isEqualTo(SUCCESS);
        ClassLoader loader = layer(app.jar());

        assertThatThrownBy(() -> instances(loader))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                        The migrations can't be used:
                          Class app.App1 of revision 'app1' is closed to Waymark: its module must open its package to dev.waymark.core.
                        The database was not touched.
                        To fix this: correct the named migrations and build again.""")
                .hasCauseInstanceOf(InaccessibleObjectException.class);
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
                .isEqualTo(
                        Map.of(new RevisionId("app2"), digestsOfOneBigProject().get("app2")));
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

        assertThat(digests(shaded)).isEqualTo(digestsOfOneBigProject());
        assertThat(RevisionIndex.of(loader(shaded)).headDigests().keySet()).containsExactly(new RevisionId("app2"));
    }

    private Project libraryA(String name) {
        Project a = new Project(directory, name);
        addA(a, "app");
        assertThat(a.compile()).isEqualTo(SUCCESS);
        return a;
    }

    private Project libraryB(String name, Path... needed) {
        Project b = new Project(directory, name).needs(needed);
        addB(b, "app");
        assertThat(b.compile()).isEqualTo(SUCCESS);
        return b;
    }

    private Project application(String name, Path... needed) {
        Project app = new Project(directory, name).needs(needed);
        addApplication(app);
        return app;
    }

    private static void addA(Project project, String inPackage) {
        add(project, inPackage, "A1", "id = \"a1\"");
        add(project, inPackage, "A2", "id = \"a2\", revises = \"a1\"");
    }

    private static void addB(Project project, String inPackage) {
        add(project, inPackage, "B1", "id = \"b1\", revises = \"a2\"");
        add(project, inPackage, "B2", "id = \"b2\", revises = \"b1\", labels = \"bees\"");
    }

    private static void addApplication(Project project) {
        add(project, "app", "App1", "id = \"app1\", revises = \"a2\", dependsOn = \"bees\"");
        add(project, "app", "App2", "id = \"app2\", revises = \"app1\"");
    }

    private static void add(Project project, String inPackage, String className, String annotation) {
        project.source(
                inPackage + "/" + className + ".java",
                Project.revision(className, annotation).replace("package app;", "package " + inPackage + ";"));
    }

    private static Project module(Project project, String name, String opened, String... required) {
        String requires =
                Stream.of(required).map(other -> "requires " + other + "; ").collect(Collectors.joining());
        return project.source(
                "module-info.java",
                "module %s { requires dev.waymark.core; %s opens %s; }".formatted(name, requires, opened));
    }

    /** The application as it runs from the module path. */
    private static ClassLoader layer(Path... jars) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(jars), ModuleFinder.of(), Set.of("app"));
        return boot.defineModulesWithOneLoader(configuration, Revision.class.getClassLoader())
                .findLoader("app");
    }

    private static List<String> instances(ClassLoader loader) {
        return RevisionIndex.of(loader).revisions().stream()
                .map(revision -> revision.newInstance(loader).getClass().getName())
                .toList();
    }

    private Map<String, String> digestsOfOneBigProject() {
        Project big = new Project(directory, "big");
        addA(big, "app");
        addB(big, "app");
        addApplication(big);
        assertThat(big.compile()).isEqualTo(SUCCESS);
        return digests(big.classes());
    }

    private static Map<String, String> digests(Path... jarsOrDirectories) {
        return RevisionIndex.of(loader(jarsOrDirectories)).revisions().stream()
                .collect(Collectors.toMap(revision -> revision.info().id().value(), IndexedRevision::digest));
    }

    private static List<String> externals(Project project) {
        return project.index()
                .lines()
                .filter(line -> line.startsWith("external"))
                .toList();
    }
}
