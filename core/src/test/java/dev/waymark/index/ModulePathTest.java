package dev.waymark.index;

import static dev.waymark.index.Libraries.digests;
import static dev.waymark.index.Libraries.digestsOfOneBigProject;
import static dev.waymark.index.Project.loader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Revision;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.index.Project.Outcome;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries with revisions may be modules. */
class ModulePathTest {

    private static final Outcome SUCCESS = new Outcome(true, List.of());

    @TempDir
    Path directory;

    @Test
    void areSeenByTheCompilerAndAtRunTime() {
        Project a = module(new Project(directory, "a"), "lib.a", "liba");
        Libraries.addA(a, "liba");
        assertThat(a.compile()).isEqualTo(SUCCESS);
        Project b = module(new Project(directory, "b").needs(a.jar()), "lib.b", "libb", "lib.a");
        Libraries.addB(b, "libb");
        assertThat(b.compile()).isEqualTo(SUCCESS);
        Project app = module(new Project(directory, "app").needs(a.jar(), b.jar()), "app", "app", "lib.a", "lib.b");
        Libraries.addApplication(app);

        assertThat(app.compile()).isEqualTo(SUCCESS);
        assertThat(digests(a.jar(), b.jar(), app.jar())).isEqualTo(digestsOfOneBigProject(directory));
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
}
