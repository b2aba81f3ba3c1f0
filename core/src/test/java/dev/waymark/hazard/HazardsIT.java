package dev.waymark.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.Rename;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the statements that lead from one schema to another. */
class HazardsIT {

    private static final String POSITIVE = "create domain positive as integer check (value > 0);";

    /**
     * A change of {@code hazards.txt}.
     *
     * @param name what it is about
     * @param lines its lines, with their signs
     */
    private record Change(String name, List<String> lines) {

        static Change of(String text) {
            List<String> lines = text.lines().toList();
            return new Change(lines.get(0), lines.subList(1, lines.size()));
        }

        List<String> with(String sign) {
            return lines.stream()
                    .filter(line -> line.startsWith(sign + " "))
                    .map(line -> line.substring(2))
                    .toList();
        }

        String before() {
            return String.join("\n", with("<"));
        }

        String after() {
            return with("+").isEmpty() ? String.join("\n", with(">")) : before() + "\n" + String.join("\n", with("+"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        try (InputStream file = HazardsIT.class.getResourceAsStream("hazards.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("^# ", Pattern.MULTILINE)
                    .splitAsStream(text)
                    .skip(1)
                    .map(Change::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void says(Change change) {
        Judged judged = Judged.of(change.before(), change.after());

        assertThat(judged.said())
                .as(() -> judged.diff().up().stream().map(DdlStatement::sql).collect(Collectors.joining(";\n")))
                .isEqualTo(change.with("!"));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            varchar(20)      | varchar(10)      | A text of more than 10 characters makes it fail.
            text             | varchar(10)      | A text of more than 10 characters makes it fail.
            numeric(10,2)    | numeric(8,2)     | A number that is too large for numeric(8, 2) makes it fail.
            numeric(10,2)    | numeric(10,1)    | Numbers are rounded to numeric(10, 1).
            numeric(10,2)    | integer          | Numbers are rounded to integer.
            numeric          | numeric(10,2)    | Numbers are rounded to numeric(10, 2). A number that is too large for numeric(10, 2) makes it fail.
            bigint           | integer          | A number that is too large for integer makes it fail.
            bigint           | double precision | Numbers are rounded to double precision. A number that is too large for double precision makes it fail.
            integer          | numeric(9,0)     | A number that is too large for numeric(9, 0) makes it fail.
            timestamp        | timestamp(3)     | Fractions of seconds are rounded to 3 digits.
            timestamp        | date             | The time of day is lost.
            timestamp        | timestamptz      | Times are converted by the TimeZone of the session that runs it.
            json             | jsonb            | The order of keys, repeated keys and blanks are lost.
            text             | integer          | A value that can't be read as integer makes it fail.
            integer          | positive         | A value that the domain refuses makes it fail.
            """)
    void saysWhatHappensToValuesThatDoNotFit(String from, String to, String reason) {
        List<Hazard> hazards = retyped(from, to);

        assertThat(hazards).extracting(Hazard::kind).containsExactly(HazardKind.NARROWS_DATA, HazardKind.REWRITES);
        assertThat(hazards.get(0).reason())
                .startsWith("Column public.t.c becomes ")
                .endsWith(". " + reason);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            integer          | bigint
            integer          | numeric(10,0)
            integer          | double precision
            smallint         | real
            numeric(6,2)     | numeric(7,3)
            numeric(9,0)     | bigint
            integer          | text
            date             | timestamp
            char(3)          | varchar(3)
            positive         | bigint
            """)
    void hasNothingToSayOfValuesThatFit(String from, String to) {
        assertThat(retyped(from, to)).extracting(Hazard::kind).containsExactly(HazardKind.REWRITES);
    }

    private static List<Hazard> retyped(String from, String to) {
        return Judged.of(POSITIVE + "create table t (c " + from + ")", POSITIVE + "create table t (c " + to + ")")
                .hazards();
    }

    @Test
    void aNewNameBreaksCodeThatKnowsTheOldOne() {
        Judged judged = Judged.of("create table t (id integer)", "create table t (id integer)");

        assertThat(judged.hazards(Rename.of(ObjectId.of(ObjectKind.COLUMN, "public", "t", "id"), "number")
                        .statement()))
                .extracting(Hazard::kind, Hazard::reason)
                .containsExactly(tuple(
                        HazardKind.BREAKS_RUNNING_CODE,
                        "Code that knows the old name of column public.t.id fails from here on."));
        assertThat(judged.hazards(Rename.ofValue(ObjectId.of(ObjectKind.ENUM, "public", "mood"), "sad", "blue")
                        .statement()))
                .extracting(Hazard::reason)
                .containsExactly("Code that writes or expects the old value of enum public.mood fails from here on.");
        assertThat(judged.hazards(Rename.of(ObjectId.of(ObjectKind.INDEX, "public", "i"), "j")
                        .statement()))
                .isEmpty();
    }
}
