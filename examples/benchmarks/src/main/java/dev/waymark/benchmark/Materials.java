package dev.waymark.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

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
            case WAYMARK -> WaymarkClasses.write(size, target);
            case FLYWAY_SQL -> writeFlywaySql(size, target);
            case LIQUIBASE -> writeLiquibaseLog(size, target);
        }
    }

    private static void writeFlywaySql(int size, Path target) throws IOException {
        for (int number = 1; number <= size; number++) {
            Files.writeString(
                    target.resolve("V" + number + "__create_item_" + number + ".sql"), Work.createTable(number) + ";");
        }
    }

    private static void writeLiquibaseLog(int size, Path target) throws IOException {
        try (Writer log = Files.newBufferedWriter(target.resolve(LiquibaseLog.FILE))) {
            log.write(LOG_HEAD);
            for (int number = 1; number <= size; number++) {
                log.write("--changeset waymark:%d%n%s;%n".formatted(number, Work.createTable(number)));
            }
        }
    }
}
