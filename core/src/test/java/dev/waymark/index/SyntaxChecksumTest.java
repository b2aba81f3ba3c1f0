package dev.waymark.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts in the source of a revision, and what does not. */
class SyntaxChecksumTest {

    private static final String SOURCE = """
            package app;
            import dev.waymark.Revision;
            import dev.waymark.postgres.*;
            @Revision(id = "001", message = "First")
            @SuppressWarnings("unused")
            public final class R001 implements SqlMigration {
                private static final double RATE = 2e23;
                enum State { OLD, NEW(2) { int size() { return 1; } }; State(int... x) {} int size() { return 0; } }
                record Point(int x, long y) { Point { if (x < 0) throw new IllegalArgumentException(); } }
                @Override public void up(SqlContext sql) {
                    int count = 1 + 2;
                    outer: for (String name : new String[] {"a", "b"}) { if (name.isEmpty()) continue outer; }
                    switch (count) { case 1, 2 -> count++; default -> count--; }
                    sql.execute("create table t (id int)");
                }
                @Override public void down(SqlContext sql) { sql.execute("drop table t"); }
            }
            """;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "package app; -> package app; /* a comment */",
                "int count = 1 + 2; -> int   count =\n 1 + 2 ; // three",
                "1 + 2 -> (1 + (2))",
                "import dev.waymark.Revision; -> import java.util.*; import dev.waymark.Revision;",
                "message = \"First\" -> message = \"Second\", database = \"other\"",
                "id = \"001\" -> id = \"000\"",
                "public final class -> final public class",
                "class R001 -> class R002",
                "2e23 -> 2.0E+23",
                "\"drop table t\" -> \"\"\"\n drop table t\"\"\"",
            })
    void doesNotCount(String change) {
        assertThat(checksum(changed(change))).isEqualTo(checksum(SOURCE));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "id int -> id long",
                "1 + 2 -> 1 - 2",
                "1 + 2 -> 1 + '2'",
                "2e23 -> 2e22",
                "\"unused\" -> \"all\"",
                "private static final double -> static final double",
                "continue outer -> break outer",
                "continue outer -> continue",
                "case 1, 2 -> case 1",
                "default -> case 3",
                "OLD, NEW -> NEW, OLD",
                "return 1 -> return 2",
                "int x, long y -> int x, int y",
                "x < 0 -> x <= 0",
                "count++ -> ++count",
                "implements SqlMigration -> implements SqlMigration, java.io.Serializable",
                "\"drop table t\" -> null",
                "@Override public void down -> public void down",
            })
    void counts(String change) {
        assertThat(checksum(changed(change))).isNotEqualTo(checksum(SOURCE));
    }

    @Test
    void aNestedRevisionCountsByItself() {
        String two = """
                package app;
                import dev.waymark.Revision;
                import dev.waymark.postgres.*;
                class All {
                    @Revision(id = "001") static class One implements SqlMigration {
                        public void up(SqlContext sql) { sql.execute("1"); }
                        public void down(SqlContext sql) {}
                    }
                    @Revision(id = "002", revises = "001") static class Two implements SqlMigration {
                        public void up(SqlContext sql) { sql.execute("2"); }
                        public void down(SqlContext sql) {}
                    }
                }
                """;
        List<IndexedRevision> before = compiled("All", two);
        List<IndexedRevision> after = compiled("All", two.replace("\"2\"", "\"3\""));

        assertThat(after.get(0).checksum()).isEqualTo(before.get(0).checksum());
        assertThat(after.get(1).checksum()).isNotEqualTo(before.get(1).checksum());
    }

    /**
     * The newest JDK's compiler shows other trees than 17's: wrapped labels, defaults, resources that are not final.
     */
    @Test
    void isTheSameFromEveryCompiler() {
        Optional<Path> oldest = OtherCompilers.home(17);
        Optional<Path> newest = OtherCompilers.newest(21);
        assumeTrue(oldest.isPresent() && newest.isPresent(), "needs a JDK 17 and a newer one side by side");
        Project.write(directory.resolve("src/app/Everything.java"), Everything.SOURCE);

        assertThat(indexFrom(newest.orElseThrow(), "newest", "-proc:full"))
                .isEqualTo(indexFrom(oldest.orElseThrow(), "oldest"))
                .contains("checksum=");
    }

    private String indexFrom(Path home, String name, String... options) {
        Path output = directory.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-cp",
                Project.waymark().toString(),
                "-d",
                output.toString(),
                directory.resolve("src/app/Everything.java").toString()));
        assertThat(OtherCompilers.javac(home, arguments).status()).isZero();
        return Project.read(output.resolve(IndexSection.RESOURCE));
    }

    private Optional<String> checksum(String source) {
        Optional<String> checksum = compiled(source.contains("class R002") ? "R002" : "R001", source)
                .get(0)
                .checksum();
        assertThat(checksum).isPresent();
        return checksum;
    }

    private List<IndexedRevision> compiled(String className, String source) {
        Project project =
                new Project(directory, "app" + source.hashCode()).source("app/" + className + ".java", source);
        assertThat(project.compile()).isEqualTo(new Project.Outcome(true, List.of()));
        return project.revisions();
    }

    private static String changed(String change) {
        String[] parts = change.split(" -> ", 2);
        assertThat(SOURCE).contains(parts[0]);
        return SOURCE.replace(parts[0], parts[1]);
    }
}
