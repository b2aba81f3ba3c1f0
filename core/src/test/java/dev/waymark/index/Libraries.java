package dev.waymark.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two libraries and an application that requires both.
 *
 * <pre>
 *  a1 - a2 ------- app1 - app2
 *        \          /
 *         b1 - b2 -    (app1 depends on b2's label)
 * </pre>
 */
final class Libraries {

    private Libraries() {}

    static void addA(Project project, String inPackage) {
        add(project, inPackage, "A1", "id = \"a1\"");
        add(project, inPackage, "A2", "id = \"a2\", revises = \"a1\"");
    }

    static void addB(Project project, String inPackage) {
        add(project, inPackage, "B1", "id = \"b1\", revises = \"a2\"");
        add(project, inPackage, "B2", "id = \"b2\", revises = \"b1\", labels = \"bees\"");
    }

    static void addApplication(Project project) {
        add(project, "app", "App1", "id = \"app1\", revises = \"a2\", dependsOn = \"bees\"");
        add(project, "app", "App2", "id = \"app2\", revises = \"app1\"");
    }

    private static void add(Project project, String inPackage, String className, String annotation) {
        project.source(
                inPackage + "/" + className + ".java",
                Project.revision(className, annotation).replace("package app;", "package " + inPackage + ";"));
    }

    /** What the digests must be, wherever the revisions are. */
    static Map<String, String> digestsOfOneBigProject(Path directory) {
        Project big = new Project(directory, "big");
        addA(big, "app");
        addB(big, "app");
        addApplication(big);
        assertThat(big.compile()).isEqualTo(new Project.Outcome(true, List.of()));
        return digests(big.classes());
    }

    static Map<String, String> digests(Path... jarsOrDirectories) {
        return RevisionIndex.of(Project.loader(jarsOrDirectories)).revisions().stream()
                .collect(Collectors.toMap(revision -> revision.info().id().value(), IndexedRevision::digest));
    }
}
