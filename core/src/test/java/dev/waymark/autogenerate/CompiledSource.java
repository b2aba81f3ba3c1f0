package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Revision;
import dev.waymark.index.RevisionProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jooq.DSLContext;

/**
 * Written sources, compiled as an application's are, with every warning an error. Of all lints the one is off that is
 * no matter of a source: our processor never claims its annotation.
 *
 * @param loader sees their classes and their index
 */
record CompiledSource(URLClassLoader loader) {

    static CompiledSource of(Path directory, RevisionSourceFile... sources) {
        List<Path> files = new ArrayList<>();
        List.of(sources).forEach(source -> files.add(source.writeTo(directory)));
        List<String> options = List.of(
                "-Xlint:all,-processing",
                "-Werror",
                "-d",
                directory.toString(),
                "-cp",
                place(Revision.class) + File.pathSeparator + place(DSLContext.class));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    complaints, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new RevisionProcessor()));
            assertThat(task.call()).as(complaints::toString).isTrue();
            return new CompiledSource(
                    new URLClassLoader(new URL[] {directory.toUri().toURL()}, Revision.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
