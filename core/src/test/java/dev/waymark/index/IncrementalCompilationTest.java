package dev.waymark.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.index.Project.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build tool often compiles only what changed: the index must be as after a whole build. */
class IncrementalCompilationTest {

    private static final Outcome SUCCESS = new Outcome(true, List.of());

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void threeRevisionsAreCompiled() {
        project = new Project(directory, "app")
                .revises("R001", "id = \"001\"")
                .revises("R002", "id = \"002\", revises = \"001\"")
                .revises("R003", "id = \"003\", revises = \"002\", labels = \"main\"");
        assertThat(project.compile()).isEqualTo(SUCCESS);
    }

    @Test
    void whatWasNotCompiledAgainStays() {
        String before = project.index();

        assertThat(project.compileOnly("R002")).isEqualTo(SUCCESS);

        assertThat(project.index()).isEqualTo(before);
    }

    @Test
    void aChangeGoesIntoTheDigestsOfThoseThatStay() {
        List<IndexedRevision> before = project.revisions();

        project.source("app/R001.java", Project.revision("R001", "id = \"001\"", "sql.execute(\"select 2\");"))
                .compileOnly("R001");

        List<IndexedRevision> after = project.revisions();
        assertThat(after.get(2).checksum()).isEqualTo(before.get(2).checksum());
        assertThat(after.get(2).digest()).isNotEqualTo(before.get(2).digest());
        assertSameAsAWholeBuild();
    }

    @Test
    void aNewRevisionJoinsThoseBefore() {
        project.revises("R004", "id = \"004\", revises = \"003\"").compileOnly("R004");

        assertThat(ids()).containsExactly("001", "002", "003", "004");
        assertSameAsAWholeBuild();
    }

    @Test
    void aDeletedRevisionGoes() {
        project.without("R003").compileOnly("R001");

        assertThat(ids()).containsExactly("001", "002");
        assertSameAsAWholeBuild();
    }

    @Test
    void aClassThatIsNoRevisionAnyMoreGoes() {
        project.source("app/R003.java", "package app; class R003 {}").compileOnly("R003");

        assertThat(ids()).containsExactly("001", "002");
        assertSameAsAWholeBuild();
    }

    @Test
    void theLastRevisionGoes() {
        project.without("R001").without("R002").without("R003").source("app/Plain.java", "package app; class Plain {}");

        assertThat(project.compile()).isEqualTo(SUCCESS);

        assertThat(project.index()).isEqualTo("waymark-index 1\nbody 0\n");
    }

    @Test
    void aDeletedRevisionIsMissed() {
        assertThat(project.without("R001").compileOnly("R003"))
                .isEqualTo(new Outcome(
                        false,
                        List.of("error: '002' revises '001', which does not exist; did you mean"
                                + " '002' or '003'?")));
    }

    @Test
    void anIdOfARevisionThatStaysIsTaken() {
        assertThat(project.revises("R003b", "id = \"003\", revises = \"002\"").compileOnly("R003b"))
                .isEqualTo(new Outcome(
                        false,
                        List.of("R003b.java:2: error: Two revisions have the id '003': class app.R003b, and class"
                                + " app.R003. Give one of them another id.")));
    }

    @Test
    void aClassMayBeRenamed() {
        project.without("R003").revises("R003b", "id = \"003\", revises = \"002\"");

        assertThat(project.compileOnly("R003b")).isEqualTo(SUCCESS);

        assertThat(project.revisions().stream().map(IndexedRevision::className))
                .containsExactly("app.R001", "app.R002", "app.R003b");
        assertSameAsAWholeBuild();
    }

    @Test
    void anIndexThatCannotBeReadIsNotOverwritten() {
        Project.write(project.classes().resolve(IndexSection.RESOURCE), "waymark-index 1\nrevision\tid=001\n");

        assertThat(project.compileOnly("R002"))
                .isEqualTo(new Outcome(
                        false,
                        List.of(
                                "error: The index of revisions META-INF/waymark/revisions can't be read: line 2: the field"
                                        + " 'transactional' is missing.")));
    }

    private Stream<String> ids() {
        return project.revisions().stream().map(revision -> revision.info().id().value());
    }

    /** In what other jars see, too. */
    private void assertSameAsAWholeBuild() {
        Project whole = new Project(directory, "whole");
        project.sources().forEach(source -> whole.source("app/" + source.getFileName(), Project.read(source)));
        assertThat(whole.compile()).isEqualTo(SUCCESS);
        assertThat(resources(project)).isEqualTo(resources(whole));
    }

    private static List<String> resources(Project project) {
        return Project.files(project.classes()).stream()
                .filter(file -> !file.toString().endsWith(".class"))
                .filter(file -> !Project.read(file).isEmpty())
                .map(file -> project.classes().relativize(file) + ":\n" + Project.read(file))
                .toList();
    }
}
