package dev.waymark.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.postgres.TestDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A long history, compiled as an application's is, so that its processes read the compiled index. Every tenth revision
 * makes an index concurrently, the others a table each.
 *
 * @param classes the directory of its classes
 * @param size how many revisions it has
 */
record CompiledHistory(Path classes, int size) {

    private static final String TABLE = """
            @Revision(id = "%1$04d"%2$s)
            final class R%1$04d implements SqlMigration {
                public void up(SqlContext sql) { sql.execute("create table t%1$d (id integer primary key, name text)"); }
                public void down(SqlContext sql) { sql.execute("drop table t%1$d"); }
            }
            """;

    private static final String INDEX = """
            @Revision(id = "%1$04d"%2$s, transactional = false)
            final class R%1$04d implements SqlMigration {
                public void up(SqlContext sql) { sql.execute("create index concurrently i%1$d on t1 (name)"); }
                public void down(SqlContext sql) { sql.execute("drop index concurrently i%1$d"); }
            }
            """;

    static CompiledHistory in(Path directory, int size) {
        StringBuilder source =
                new StringBuilder("package app; import dev.waymark.Revision; import dev.waymark.postgres.*;\n");
        for (int i = 1; i <= size; i++) {
            String revises = i == 1 ? "" : ", revises = \"%04d\"".formatted(i - 1);
            source.append((i % 10 == 0 ? INDEX : TABLE).formatted(i, revises));
        }
        compile(directory, source.toString());
        return new CompiledHistory(directory, size);
    }

    private static void compile(Path directory, String source) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///app/All.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of("-d", directory.toString(), "-cp", ClassPath.ofTests());
        assertThat(compiler.getTask(complaints, null, null, options, null, List.of(file))
                        .call())
                .as(complaints::toString)
                .isTrue();
    }

    /** Applies it up to one of its revisions, in this process. */
    void upgrade(TestDatabase database, String target) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Migrator.class.getClassLoader())) {
            Migrator.postgres(database.dataSource()).classLoader(loader).build().upgrade(target);
        }
    }
}
