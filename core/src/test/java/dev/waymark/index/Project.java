package dev.waymark.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.Revision;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A source tree with an output directory of its own, compiled by the JDK's compiler with our processor. */
final class Project {

    private final Path directory;
    private final List<Path> libraries = new ArrayList<>();
    private Processor processor = new RevisionProcessor();

    Project(Path parent, String name) {
        directory = parent.resolve(name);
    }

    /** A revision in a file of its own whose annotation stands in line 2. */
    static String revision(String className, String annotation) {
        return revision(className, annotation, "sql.execute(\"select 1\");");
    }

    static String revision(String className, String annotation, String up) {
        return """
               package app; import dev.waymark.Revision; import dev.waymark.postgres.*;
               @Revision(%s)
               final class %s implements SqlMigration {
                   @Override public void up(SqlContext sql) { %s }
                   @Override public void down(SqlContext sql) { }
               }
               """.formatted(annotation, className, up);
    }

    /** Adds, or replaces, a revision. */
    Project revises(String className, String annotation) {
        return source("app/" + className + ".java", revision(className, annotation));
    }

    Project source(String path, String text) {
        write(directory.resolve("src").resolve(path), text);
        return this;
    }

    /** Deletes a source and what was compiled from it, as build tools do. */
    Project without(String className) {
        delete(directory.resolve("src/app/" + className + ".java"));
        delete(classes().resolve("app/" + className + ".class"));
        return this;
    }

    Project needs(Path... jarsOrDirectories) {
        libraries.addAll(List.of(jarsOrDirectories));
        return this;
    }

    Project with(Processor other) {
        processor = other;
        return this;
    }

    /** All sources. */
    Outcome compile(String... options) {
        return compile(sources(), options);
    }

    /** These alone; the rest is on the class path, compiled, as in an incremental build. */
    Outcome compileOnly(String... classNames) {
        return compile(Arrays.stream(classNames)
                .map(name -> directory.resolve("src/app/" + name + ".java"))
                .toList());
    }

    Path classes() {
        return directory.resolve("classes");
    }

    List<Path> sources() {
        return files(directory.resolve("src"));
    }

    String index() {
        return read(classes().resolve(IndexSection.RESOURCE));
    }

    List<IndexedRevision> revisions() {
        return RevisionIndex.of(loader(classes())).revisions();
    }

    /** Packs the classes. */
    Path jar() {
        Path jar = directory.resolve(directory.getFileName() + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files(classes())) {
                zip.putNextEntry(
                        new ZipEntry(classes().relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return jar;
    }

    /** Sees these and nothing else but the library itself. */
    static URLClassLoader loader(Path... jarsOrDirectories) {
        URL[] urls = Arrays.stream(jarsOrDirectories).map(Project::url).toArray(URL[]::new);
        return new URLClassLoader(urls, Revision.class.getClassLoader());
    }

    /** What a compiler needs to see of Waymark. */
    static Path waymark() {
        try {
            URI location = Revision.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(location);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> waymarkAndWhatItRequires() {
        return Stream.concat(
                        Stream.of(waymark().toString()),
                        Stream.of("jdk.module.path", "java.class.path")
                                .flatMap(property -> Stream.of(
                                        System.getProperty(property, "").split(File.pathSeparator))))
                .filter(entry -> entry.endsWith("classes") || entry.endsWith(".jar"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(Path::of)
                .distinct()
                .toList();
    }

    static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Outcome compile(List<Path> sources, String... options) {
        boolean modular = Files.exists(directory.resolve("src/module-info.java"));
        List<Path> path = new ArrayList<>(libraries);
        path.addAll(modular ? waymarkAndWhatItRequires() : List.of(waymark(), classes()));
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-Xlint:-options", "-d", classes().toString(), modular ? "-p" : "-cp", path(path)));
        return run(sources, all);
    }

    private Outcome run(List<Path> sources, List<String> options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
            Files.createDirectories(classes());
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setLocale(Locale.ROOT);
            task.setProcessors(List.of(processor));
            boolean succeeded = task.call();
            processor = new RevisionProcessor();
            return new Outcome(
                    succeeded,
                    diagnostics.getDiagnostics().stream().map(Project::told).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String told(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT);
        JavaFileObject source = diagnostic.getSource();
        String place =
                source == null ? "" : Path.of(source.toUri()).getFileName() + ":" + diagnostic.getLineNumber() + ": ";
        return place + kind + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * What the compiler said.
     *
     * @param messages each with its file and line, where it has one
     */
    record Outcome(boolean succeeded, List<String> messages) {}
}
