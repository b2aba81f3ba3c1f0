package dev.waymark.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each failure has its page, and the page shows a message as the failure words it. */
class ErrorPagesTest {

    private static final String INDEX = "README.md";

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasAPageThatNamesIt(Class<?> type) throws IOException {
        assertThat(Files.readString(pages().resolve(page(type)))).startsWith("# " + type.getSimpleName() + "\n");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeIsListedInTheIndexWithItsPage(Class<?> type) throws IOException {
        assertThat(Files.readAllLines(pages().resolve(INDEX)))
                .filteredOn(line -> line.startsWith("| `" + type.getSimpleName() + "` |"))
                .singleElement()
                .asString()
                .endsWith("| [%1$s](%1$s) |".formatted(page(type)));
    }

    @Test
    void noPageLacksAType() throws IOException {
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(INDEX), types().map(ErrorPagesTest::page))
                        .toList());
    }

    @Test
    void everyTypeHasAnExample() {
        assertThat(ErrorExamples.all().stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(types().toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyPageBeginsWithAWholeMessage(MigrationException example) throws IOException {
        assertThat(Files.readString(pages().resolve(page(example.getClass()))))
                .contains("\n\n```text\n" + example.getMessage() + "\n```\n");
    }

    static Stream<Class<?>> types() {
        return concrete(MigrationException.class);
    }

    static List<MigrationException> examples() {
        return ErrorExamples.all();
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ErrorPagesTest::concrete)
                : Stream.of(type);
    }

    private static String page(Class<?> type) {
        return type.getSimpleName()
                        .replaceFirst("Exception$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT)
                + ".md";
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(pages())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** As seen from the module and as seen from the root. */
    private static Path pages() {
        return Stream.of(Path.of("..", "docs", "errors"), Path.of("docs", "errors"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }
}
