package dev.waymark.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one change of a schema should be seen as. Cases are read from the files of the folder {@code cases}: each begins
 * with {@code -- case: its name}, followed by lines {@code -- change:} and {@code -- rename:}, the statements for both
 * sides, those for the schema before below {@code -- before:}, and those for the one after below {@code -- after:}.
 *
 * @param name what happens
 * @param changes the changes that are expected, each as its kind and the object
 * @param renames the questions about renames that are expected
 * @param before the DDL before
 * @param after the DDL after
 */
record DiffCase(String name, List<String> changes, List<String> renames, String before, String after) {

    private static final String CASE = "-- case: ";
    private static final String CHANGE = "-- change: ";
    private static final String RENAME = "-- rename: ";

    static Stream<DiffCase> of(String file) {
        return Stream.of(text(file).split("(?m)^" + CASE)).skip(1).map(DiffCase::parse);
    }

    private static String text(String file) {
        try (InputStream in = DiffCase.class.getResourceAsStream("cases/" + file + ".sql")) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DiffCase parse(String text) {
        String[] parts = text.split("(?m)^-- (before|after):\n", -1);
        List<String> head = parts[0].lines().toList();
        String both = "-- " + parts[0];
        return new DiffCase(head.get(0), marked(head, CHANGE), marked(head, RENAME), both + parts[1], both + parts[2]);
    }

    private static List<String> marked(List<String> lines, String mark) {
        List<String> marked = new ArrayList<>();
        lines.stream().filter(line -> line.startsWith(mark)).forEach(line -> marked.add(line.substring(mark.length())));
        return marked;
    }

    @Override
    public String toString() {
        return name;
    }
}
