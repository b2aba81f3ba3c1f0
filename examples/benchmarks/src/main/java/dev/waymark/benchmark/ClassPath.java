package dev.waymark.benchmark;

import dev.waymark.Revision;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
        Stream<Path> libraries = entries.stream().filter(entry -> needs(tool, entry));
        Stream<Path> built =
                Stream.of(home(ClassPath.class), home(Revision.class)).limit(tool == Tool.WAYMARK ? 2 : 1);
        return Stream.of(libraries, built, Arrays.stream(more))
                .flatMap(paths -> paths)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean needs(Tool tool, Path entry) {
        Path name = entry.getFileName();
        return name != null && tool.needs(name.toString());
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
