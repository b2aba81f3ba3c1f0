package dev.waymark.benchmark;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes a class for each revision, and compiles them together with Waymark's annotation processor on the path. */
final class WaymarkClasses {

    private static final String SOURCE = """
            package generated;

            import dev.waymark.Revision;
            import dev.waymark.postgres.SqlContext;
            import dev.waymark.postgres.SqlMigration;

            @Revision(id = "r%1$d", %2$smessage = "revision %1$d")
            public final class R%1$d implements SqlMigration {
                @Override public void up(SqlContext sql) { sql.execute("%3$s"); }
                @Override public void down(SqlContext sql) { sql.execute("%4$s"); }
            }
            """;

    private WaymarkClasses() {}

    /** Writes classes and their index to a directory. */
    static void write(List<Ddl> revisions, Path target) throws IOException {
        Path sources = Files.createDirectories(target.resolveSibling(target.getFileName() + "-sources"));
        var files = new ArrayList<Path>(revisions.size());
        for (int number = 1; number <= revisions.size(); number++) {
            files.add(Files.writeString(
                    sources.resolve("R" + number + ".java"), source(number, revisions.get(number - 1))));
        }
        compile(files, target);
    }

    private static String source(int number, Ddl ddl) {
        String revises = number == 1 ? "" : "revises = \"r" + (number - 1) + "\", ";
        String transactional = ddl.transactional() ? "" : "transactional = false, ";
        return SOURCE.formatted(number, revises + transactional, ddl.up(), ddl.down());
    }

    private static void compile(List<Path> sources, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = ClassPath.current().of(Tool.WAYMARK);
        var options =
                List.of("-d", target.toString(), "-classpath", classPath, "-processorpath", classPath, "-Xlint:none");
        var complaints = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            if (!compiler.getTask(complaints, files, null, options, null, units).call()) {
                throw new IllegalStateException("The revisions don't compile:\n" + complaints);
            }
        }
    }
}
