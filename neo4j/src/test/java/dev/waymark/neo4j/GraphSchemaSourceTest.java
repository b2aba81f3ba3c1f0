package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.waymark.source.RevisionClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sources stand as classes beside this test, where the compiler and the formatter have seen them. */
class GraphSchemaSourceTest {

    static final String PACKAGE = "dev.waymark.neo4j.written";

    @ParameterizedTest
    @MethodSource("written")
    void isWrittenFormattedAndCompiles(Written written) throws IOException {
        assertThat(written.text()).isEqualTo(Files.readString(written.file()));
    }

    @Test
    void refusesToWriteWhatWouldDoNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphSchemaSource.write(
                        new RevisionClass("001", List.of(), "Nothing", true),
                        PACKAGE,
                        GraphSchemaDiff.between(GraphSchema.of(), GraphSchema.of())))
                .withMessage("Revision '001' would do nothing");
    }

    static Stream<Written> written() {
        return Stream.of(
                new Written("011", "The schema as it is", GraphSchema.of(), WrittenSchemas.THREE),
                new Written("021", "Other names and kinds", WrittenSchemas.THREE, WrittenSchemas.OTHERS),
                new Written("012", "Index tracks by title", GraphSchema.of(), of(WrittenSchemas.TITLE)),
                new Written("013", "Drop the index", of(WrittenSchemas.TITLE), GraphSchema.of()),
                new Written(
                        "014",
                        "Titles are unique",
                        of(WrittenSchemas.TITLE),
                        of(GraphSchema.unique("track_title").node("Track").on("title"))),
                new Written(
                        "015",
                        "Two indexes and a constraint of names that are so long that they need lines",
                        GraphSchema.of(),
                        WrittenSchemas.THREE),
                new Written("016", "One that is long", GraphSchema.of(), WrittenSchemas.LONG),
                new Written("017", "Two that are short", WrittenSchemas.SHORT, GraphSchema.of()),
                new Written("018", "Each kind", GraphSchema.of(), WrittenSchemas.EACH),
                new Written("019", "Long calls", of(WrittenSchemas.LONGER), of(WrittenSchemas.LONGEST)),
                new Written("020", "Lookup", of(WrittenSchemas.LOOKUP), WrittenSchemas.LOOKUPS));
    }

    private static GraphSchema of(SchemaElement element) {
        return GraphSchema.of(element);
    }

    /** A revision, and where its class is. */
    record Written(String id, String message, GraphSchema from, GraphSchema to) {

        RevisionClass frame() {
            return new RevisionClass(id, id.equals("011") ? List.of() : List.of("011"), message, true);
        }

        String text() {
            return GraphSchemaSource.write(frame(), PACKAGE, GraphSchemaDiff.between(from, to));
        }

        Path file() {
            return Path.of("src", "test", "java", "dev", "waymark", "neo4j", "written", frame().name() + ".java");
        }
    }
}
