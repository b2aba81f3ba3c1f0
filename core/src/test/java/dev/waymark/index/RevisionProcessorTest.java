package dev.waymark.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.index.Project.Outcome;
import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor writes, in a build that is in order. */
class RevisionProcessorTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void emptyProject() {
        project = new Project(directory, "app");
    }

    @Test
    void writesALineForEachRevisionBelowTheHeads() {
        Outcome outcome = project.revises("R001", "id = \"001\", message = \"First look\"")
                .revises("R002", "id = \"002\", revises = \"001\"")
                .compile();

        assertThat(outcome).isEqualTo(new Outcome(true, List.of()));
        List<IndexedRevision> revisions = project.revisions();
        String lines = "revision\tid=001\tclass=app.R001\tkind=dev.waymark.postgres.SqlMigration\ttransactional=true"
                + "\tchecksum=%s\tdigest=%s\tmessage=First look\n"
                        .formatted(
                                revisions.get(0).checksum().orElseThrow(),
                                revisions.get(0).digest())
                + "revision\tid=002\tclass=app.R002\tkind=dev.waymark.postgres.SqlMigration\trevises=001"
                + "\ttransactional=true\tchecksum=%s\tdigest=%s\n"
                        .formatted(
                                revisions.get(1).checksum().orElseThrow(),
                                revisions.get(1).digest());
        assertThat(project.index())
                .isEqualTo("waymark-index 1\nhead 002 %s\nbody %d\n%s"
                        .formatted(revisions.get(1).digest(), lines.length(), lines));
    }

    @Test
    void writesAllThatTheAnnotationSays() {
        project.revises("R001", "id = \"001\", labels = {\"main\", \"old.Main\"}")
                .revises("R002", "id = \"002\"")
                .revises(
                        "R003",
                        "id = \"003\", revises = {\"001\", \"002\"}, message = \"A \\\"quoted\\\"\\ttab\\nline\", "
                                + "dependsOn = \"main\", transactional = false, database = \"archive\"")
                .compile();

        assertThat(project.revisions().stream().map(IndexedRevision::info))
                .containsExactly(
                        new RevisionInfo(
                                new RevisionId("001"),
                                List.of(),
                                "",
                                List.of(new Label("main"), new Label("old.Main")),
                                List.of(),
                                true,
                                ""),
                        new RevisionInfo(new RevisionId("002"), List.of(), "", List.of(), List.of(), true, ""),
                        new RevisionInfo(
                                new RevisionId("003"),
                                List.of(new RevisionId("001"), new RevisionId("002")),
                                "A \"quoted\"\ttab\nline",
                                List.of(),
                                List.of("main"),
                                false,
                                "archive"));
    }

    @Test
    void namesTheKindOfMigrationBehindTheClass() {
        project.source("app/Kinds.java", """
                        package app;
                        import dev.waymark.Revision;
                        import dev.waymark.migration.Migration;
                        import dev.waymark.postgres.*;
                        interface Special extends SqlMigration {}
                        abstract class Common implements Special {
                            public void up(SqlContext sql) {}
                            public void down(SqlContext sql) {}
                        }
                        @Revision(id = "001") class Kinds extends Common {
                            @Revision(id = "002", revises = "001") static class Raw implements Migration<String> {
                                public void up(String context) {}
                                public void down(String context) {}
                            }
                            @Revision(id = "003", revises = "002") record Recorded() implements Special {
                                public void up(SqlContext sql) {}
                                public void down(SqlContext sql) {}
                            }
                        }
                        """).compile();

        assertThat(project.revisions().stream().map(revision -> revision.className() + " " + revision.kind()))
                .containsExactly(
                        "app.Kinds dev.waymark.postgres.SqlMigration",
                        "app.Kinds$Raw dev.waymark.migration.Migration",
                        "app.Kinds$Recorded dev.waymark.postgres.SqlMigration");
    }

    @Test
    void writesTheSameBytesInAnyOrderOfTheSources() {
        project.revises("B", "id = \"001\"")
                .revises("A", "id = \"002\", revises = \"001\"")
                .compile();
        Project other = new Project(directory, "other");
        other.revises("A", "id = \"002\", revises = \"001\"")
                .revises("B", "id = \"001\"")
                .compile();

        assertThat(other.index()).isEqualTo(project.index());
    }

    @Test
    void writesNothingWhereThereIsNoRevision() {
        Outcome outcome =
                project.source("app/Plain.java", "package app; class Plain {}").compile();

        assertThat(outcome).isEqualTo(new Outcome(true, List.of()));
        assertThat(Project.files(project.classes()))
                .containsExactly(project.classes().resolve("app/Plain.class"));
    }

    @Test
    void leavesChecksumsOutWhereTheBuildToolHidesTheCompiler() {
        Outcome outcome = project.revises("R001", "id = \"001\"")
                .with(new DecoratingProcessor())
                .compile();

        assertThat(outcome).isEqualTo(new Outcome(true, List.of()));
        assertThat(project.revisions().get(0).checksum()).isEmpty();
    }

    @Test
    void aDigestChangesWithEveryAncestor() {
        project.revises("R001", "id = \"001\"")
                .revises("R002", "id = \"002\", revises = \"001\"")
                .compile();
        List<IndexedRevision> before = project.revisions();
        project.source("app/R001.java", Project.revision("R001", "id = \"001\"", "sql.execute(\"select 2\");"))
                .compile();
        List<IndexedRevision> after = project.revisions();

        assertThat(after.get(1).checksum()).isEqualTo(before.get(1).checksum());
        assertThat(after.get(1).digest()).isNotEqualTo(before.get(1).digest());
    }
}
