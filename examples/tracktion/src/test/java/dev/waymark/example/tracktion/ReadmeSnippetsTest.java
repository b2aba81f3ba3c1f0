package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block of Java in the README and in the guide stands, word for word, in a source that is compiled. */
class ReadmeSnippetsTest {

    private static final Path ROOT = Path.of("..", "..");

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    static Stream<Arguments> javaBlocks() throws IOException {
        return pages().stream().flatMap(ReadmeSnippetsTest::blocksOf);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("javaBlocks")
    void everyBlockIsPartOfACompiledExample(String block) throws IOException {
        assertThat(stripped(block)).matches(compiledExamples()::contains, "is part of a compiled example");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> guide = Files.list(ROOT.resolve("docs/guide"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), guide)
                    .filter(page -> page.toString().endsWith(".md") && Files.exists(page))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Arguments> blocksOf(Path page) {
        return JAVA_BLOCK
                .matcher(read(page))
                .results()
                .map((MatchResult match) -> match.group(1))
                .map(block -> Arguments.of(Named.of(ROOT.relativize(page) + ": " + firstLine(block), block)));
    }

    private static String firstLine(String block) {
        return block.lines().findFirst().orElse("");
    }

    /** Those of Neo4j are tests of its module, which has the server for them. */
    private static String compiledExamples() throws IOException {
        return sources("examples") + sources("neo4j/src/test");
    }

    private static String sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().matches(".*[/\\\\]src[/\\\\].*\\.java"))
                    .map(ReadmeSnippetsTest::read)
                    .map(ReadmeSnippetsTest::stripped)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stripped(String source) {
        return source.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
