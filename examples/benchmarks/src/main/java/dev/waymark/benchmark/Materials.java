package dev.waymark.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what the tools read, once for each tool and number of steps. */
final class Materials {

    private static final String LOG_HEAD = "--liquibase formatted sql\n";

    private final Path directory;

    Materials(Path directory) {
        this.directory = directory;
    }

    /** {@return the directory with what a tool reads for so many steps; it is written on the first call} */
    Path of(Tool tool, int size) throws IOException {
        Path target = directory.resolve(tool.title() + "-" + size);
        if (Files.notExists(target)) {
            Files.createDirectories(target);
            write(tool, size, target);
        }
        return target;
    }

    private static void write(Tool tool, int size, Path target) throws IOException {
        switch (tool) {
            case LIMIT, LIMIT_ALL_ROWS, FLYWAY_JAVA -> {}
            case WAYMARK -> WaymarkClasses.write(WaymarkClasses.Kind.SQL, Ddl.tables(size), target);
            case FLYWAY_SQL -> writeFlywaySql(Ddl.tables(size), target);
            case LIQUIBASE -> writeLiquibaseLog(Ddl.tables(size), target);
        }
    }

    /** {@return the directory with what a tool reads for some revisions; it is written on the first call} */
    synchronized Path of(FaultTool tool, String name, List<Ddl> revisions) throws IOException {
        Path target = directory.resolve(tool.material() + "-" + name);
        if (Files.notExists(target)) {
            Files.createDirectories(target);
            write(tool, revisions, target);
        }
        return target;
    }

    private static void write(FaultTool tool, List<Ddl> revisions, Path target) throws IOException {
        switch (tool) {
            case FLYWAY, FLYWAY_SESSION -> writeFlywaySql(revisions, target);
            case LIQUIBASE -> writeLiquibaseLog(revisions, target);
            case ALEMBIC -> AlembicFiles.write(revisions, target);
            case WAYMARK -> WaymarkClasses.write(WaymarkClasses.Kind.SQL, revisions, target);
        }
    }

    /**
     * {@return the directory with what a tool for Neo4j reads for so many revisions; it is written on the first call}
     */
    Path of(Neo4jTool tool, int size) throws IOException {
        Path target = directory.resolve("neo4j-" + tool.title() + "-" + size);
        if (Files.notExists(target)) {
            Files.createDirectories(target);
            write(tool, Ddl.nodes(size), target);
        }
        return target;
    }

    private static void write(Neo4jTool tool, List<Ddl> revisions, Path target) throws IOException {
        switch (tool) {
            case WAYMARK -> WaymarkClasses.write(WaymarkClasses.Kind.CYPHER, revisions, target);
            case MIGRATIONS_JAVA -> {}
            case MIGRATIONS_CYPHER -> writeCypher(revisions, target);
        }
    }

    private static void writeCypher(List<Ddl> revisions, Path target) throws IOException {
        for (int number = 1; number <= revisions.size(); number++) {
            Files.writeString(
                    target.resolve("V%s__revision_%d.cypher".formatted(NodeMigration.version(number), number)),
                    revisions.get(number - 1).up() + ";\n");
        }
    }

    private static void writeFlywaySql(List<Ddl> revisions, Path target) throws IOException {
        for (int number = 1; number <= revisions.size(); number++) {
            Files.writeString(
                    target.resolve("V" + number + "__revision_" + number + ".sql"),
                    revisions.get(number - 1).up() + ";");
        }
    }

    private static void writeLiquibaseLog(List<Ddl> revisions, Path target) throws IOException {
        try (Writer log = Files.newBufferedWriter(target.resolve(LiquibaseLog.FILE))) {
            log.write(LOG_HEAD);
            for (int number = 1; number <= revisions.size(); number++) {
                Ddl ddl = revisions.get(number - 1);
                String attributes = ddl.transactional() ? "" : " runInTransaction:false";
                log.write("--changeset waymark:%d%s%n%s;%n".formatted(number, attributes, ddl.up()));
            }
        }
    }
}
