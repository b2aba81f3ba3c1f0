package dev.waymark.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pairs of schemas, old and new, in a folder of their own; the index says what each needs. */
final class Pairs {

    /** Roles are the server's: those that a schema makes may be there from another one. */
    private static final Pattern CREATE_ROLE = Pattern.compile(
            "^\\s*create\\s+(?:role|user)\\s+(?!mapping)[^;]+;", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final String UNLESS_THERE =
            "do \\$role\\$ begin $0 exception when duplicate_object then null; end \\$role\\$;";

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern TAB = Pattern.compile("\t");

    private Pairs() {}

    /**
     * One pair.
     *
     * @param name the name of its folder
     * @param folder where it is
     * @param roles the roles that have to be there
     */
    record Pair(String name, Path folder, List<String> roles) {

        String before() {
            return sql("old.sql").orElseThrow();
        }

        String after() {
            return sql("new.sql").orElseThrow();
        }

        /** Rows for one side; empty if the pair has none. */
        Optional<String> rows(String side) {
            return sql("seed-" + side + ".sql");
        }

        private Optional<String> sql(String file) {
            try {
                Path path = folder.resolve(file);
                return Files.exists(path)
                        ? Optional.of(
                                CREATE_ROLE.matcher(Files.readString(path)).replaceAll(UNLESS_THERE))
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Where the pairs are: the folder {@code pairs} of the system property {@code waymark.data}. */
    static Path folder() {
        return Path.of(System.getProperty("waymark.data", "../../shared/data"), "pairs");
    }

    static Stream<Pair> all() {
        try (Stream<Path> folders = Files.list(folder())) {
            List<String> index = Files.readAllLines(folder().resolve("index.tsv"));
            return folders.filter(Files::isDirectory).sorted().map(folder -> pair(folder, index)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pair pair(Path folder, List<String> index) {
        String name = String.valueOf(folder.getFileName());
        String id = name.substring(0, name.indexOf('-'));
        List<String> row = index.stream()
                .filter(line -> line.startsWith(id + "\t"))
                .findFirst()
                .map(line -> TAB.splitAsStream(line).toList())
                .orElseThrow();
        String roles = row.get(8);
        return new Pair(
                name,
                folder,
                roles.equals("-") ? List.of() : COMMA.splitAsStream(roles).toList());
    }
}
