package dev.waymark.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The compilers of other JDKs on this machine, run as a user would run them. */
final class OtherCompilers {

    private OtherCompilers() {}

    /** {@return the home of a JDK of this version} Told by -Djdk.17.home, or found beside the running one. */
    static Optional<Path> home(int feature) {
        Path running = Path.of(System.getProperty("java.home"));
        Stream<Path> told = Stream.of("jdk." + feature + ".home", "jdk.home")
                .flatMap(property -> Optional.ofNullable(System.getProperty(property)).stream())
                .map(Path::of);
        return Stream.of(told, Stream.of(running), siblings(running))
                .flatMap(homes -> homes)
                .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                .filter(home -> feature(home) == feature)
                .findFirst();
    }

    /** {@return the newest version for which there is a home} */
    static Optional<Path> newest(int atLeast) {
        return Stream.iterate(40, feature -> feature >= atLeast, feature -> feature - 1)
                .flatMap(feature -> home(feature).stream())
                .findFirst();
    }

    static Ran javac(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/javac").toString()));
        command.addAll(List.of("-J-Duser.language=en", "-J-Duser.country=US"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ran(process.waitFor(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Stream<Path> siblings(Path home) {
        Path parent = home.getParent();
        if (parent == null) {
            return Stream.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.sorted().toList().stream();
        } catch (IOException failure) {
            return Stream.of();
        }
    }

    private static int feature(Path home) {
        Properties release = new Properties();
        try (var in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException notAJdk) {
            return 0;
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[.-]", -1)[0]);
    }

    /**
     * A compiler's end.
     *
     * @param status 0 for success
     */
    record Ran(int status, String output) {}
}
