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

    /** For which database they are. */
    enum Kind {
        /** For PostgreSQL. */
        SQL("dev.waymark.postgres", "Sql", "execute"),
        /** For Neo4j. */
        CYPHER("dev.waymark.neo4j", "Cypher", "run");

        private static final String SOURCE = """
                package generated;

                import dev.waymark.Revision;
                import %5$s.%6$sContext;
                import %5$s.%6$sMigration;

                @Revision(id = "r%1$d", %2$smessage = "revision %1$d")
                public final class R%1$d implements %6$sMigration {
                    @Override public void up(%6$sContext context) { context.%7$s("%3$s"); }
                    @Override public void down(%6$sContext context) { context.%7$s("%4$s"); }
                }
                """;

        private final String home;
        private final String prefix;
        private final String call;

        Kind(String home, String prefix, String call) {
            this.home = home;
            this.prefix = prefix;
            this.call = call;
        }

        private String source(int number, Ddl ddl) {
            String revises = number == 1 ? "" : "revises = \"r" + (number - 1) + "\", ";
            String transactional = ddl.transactional() ? "" : "transactional = false, ";
            return SOURCE.formatted(number, revises + transactional, ddl.up(), ddl.down(), home, prefix, call);
        }

        private String classPath() {
            return this == SQL
                    ? ClassPath.current().of(Tool.WAYMARK)
                    : ClassPath.current().of(Neo4jTool.WAYMARK);
        }
    }

    private WaymarkClasses() {}

    /** Writes classes and their index to a directory. */
    static void write(Kind kind, List<Ddl> revisions, Path target) throws IOException {
        Path sources = Files.createDirectories(target.resolveSibling(target.getFileName() + "-sources"));
        var files = new ArrayList<Path>(revisions.size());
        for (int number = 1; number <= revisions.size(); number++) {
            files.add(Files.writeString(
                    sources.resolve("R" + number + ".java"), kind.source(number, revisions.get(number - 1))));
        }
        compile(files, target, kind.classPath());
    }

    private static void compile(List<Path> sources, Path target, String classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
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
