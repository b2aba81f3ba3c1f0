package dev.waymark.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.index.OtherCompilers.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor as the compiler finds it, with nothing configured but the class path. */
class CommandLineTest {

    @TempDir
    Path directory;

    @Test
    void java17RunsItFromTheClassPath() {
        assertThat(compile(home(17))).isEqualTo(new Ran(0, ""));
        assertThat(hasIndex()).isTrue();
    }

    @Test
    void java23AndNewerDoNot() {
        assertThat(compile(home(23)).status()).isEqualTo(0);
        assertThat(hasIndex()).isFalse();
    }

    @Test
    void java23AndNewerDoWithProcFull() {
        assertThat(compile(home(23), "-proc:full")).isEqualTo(new Ran(0, ""));
        assertThat(hasIndex()).isTrue();
    }

    @Test
    void everyJavaRunsItFromTheProcessorPath() {
        assertThat(compile(home(23), "-processorpath", Project.waymark().toString()))
                .isEqualTo(new Ran(0, ""));
        assertThat(hasIndex()).isTrue();
    }

    private Path home(int feature) {
        Optional<Path> home = feature == 17 ? OtherCompilers.home(17) : OtherCompilers.newest(feature);
        assumeTrue(home.isPresent(), "needs a JDK " + feature);
        return home.orElseThrow();
    }

    private Ran compile(Path home, String... options) {
        Path source = directory.resolve("src/app/R001.java");
        Project.write(source, Project.revision("R001", "id = \"001\""));
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-cp",
                Project.waymark().toString(),
                "-d",
                directory.resolve("classes").toString(),
                source.toString()));
        return OtherCompilers.javac(home, arguments);
    }

    private boolean hasIndex() {
        return Files.exists(directory.resolve("classes").resolve(IndexSection.RESOURCE));
    }
}
