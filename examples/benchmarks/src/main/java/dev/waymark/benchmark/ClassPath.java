package dev.waymark.benchmark;

import dev.waymark.Revision;
import dev.waymark.neo4j.Neo4jDatabase;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of this run, wherever it came from: a plain {@code java -cp}, or a build tool that runs the main class
 * in a class loader of its own.
 *
 * @param entries its jars and directories
 */
record ClassPath(List<Path> entries) {

    /** Copies the list. */
    ClassPath {
        entries = List.copyOf(entries);
    }

    /** {@return the class path that this class was loaded from} */
    static ClassPath current() {
        if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            return new ClassPath(
                    Arrays.stream(loader.getURLs()).map(ClassPath::path).toList());
        }
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        return new ClassPath(Arrays.stream(entries).map(Path::of).toList());
    }

    /** {@return what a tool's users would have there, then this module itself and the given directories} */
    String of(Tool tool, Path... more) {
        Stream<Class<?>> built =
                Stream.<Class<?>>of(ClassPath.class, Revision.class).limit(tool == Tool.WAYMARK ? 2 : 1);
        return joined(tool::needs, built, more);
    }

    /** {@return what a tool's users would have there, then this module itself and the given directories} */
    String of(Neo4jTool tool, Path... more) {
        Stream<Class<?>> built = Stream.<Class<?>>of(ClassPath.class, Revision.class, Neo4jDatabase.class)
                .limit(tool == Neo4jTool.WAYMARK ? 3 : 1);
        return joined(tool::needs, built, more);
    }

    private String joined(Predicate<String> needed, Stream<Class<?>> built, Path... more) {
        Stream<Path> libraries = entries.stream().filter(entry -> needs(needed, entry));
        return Stream.of(libraries, built.map(ClassPath::home), Arrays.stream(more))
                .flatMap(paths -> paths)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean needs(Predicate<String> needed, Path entry) {
        Path name = entry.getFileName();
        return name != null && needed.test(name.toString());
    }

    private static Path home(Class<?> type) {
        return path(type.getProtectionDomain().getCodeSource().getLocation());
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds an illegal URL: " + url, e);
        }
    }
}
