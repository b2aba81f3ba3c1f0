package dev.waymark.fault;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests themselves were started with, whether that is a class path or a module path, as a class path. */
final class ClassPath {

    private ClassPath() {}

    static String with(Collection<Path> additional) {
        Stream<String> given = Stream.of(
                        System.getProperty("surefire.test.class.path", ""),
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""))
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator, -1)))
                .filter(entry -> !entry.isEmpty());
        Stream<String> own = Stream.of("classes", "test-classes")
                .map(name -> Path.of("target", name).toAbsolutePath().toString());
        return Stream.of(additional.stream().map(Path::toString), given, own)
                .flatMap(entries -> entries)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    static String ofTests() {
        return with(List.of());
    }
}
