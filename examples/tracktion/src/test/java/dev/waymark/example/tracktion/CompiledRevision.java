package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.autogenerate.RevisionSourceFile;
import dev.waymark.postgres.SqlMigration;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes a revision of its source, as a strict build does. */
final class CompiledRevision {

    private CompiledRevision() {}

    /** Writes the source into a directory and compiles it there; a warning is an error. */
    static SqlMigration of(RevisionSourceFile source, Path directory) throws IOException, ReflectiveOperationException {
        compile(source.writeTo(directory), directory);
        URL[] classes = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, CompiledRevision.class.getClassLoader())) {
            return loader.loadClass(source.packageName() + "." + source.className())
                    .asSubclass(SqlMigration.class)
                    .getConstructor()
                    .newInstance();
        }
    }

    private static void compile(Path file, Path directory) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "-Xlint:all,-path",
                "-Werror",
                "-proc:none",
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(complaints::toString).isTrue();
        }
    }
}
