package dev.waymark.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What every part works with.
 *
 * @param settings what to measure
 * @param directory where to put files; it is deleted at the end
 * @param materials what the tools read
 * @param forks where trials run
 * @param report where results go
 */
record Bench(Settings settings, Path directory, Materials materials, Forks forks, Report report) {

    /** {@return what a tool has to do on a database} */
    Work work(Tool tool, int size, String url) throws IOException {
        return new Work(size, url, materials.of(tool, size));
    }

    /** {@return what a tool has to do on a Neo4j} */
    Work work(Neo4jTool tool, int size, String url) throws IOException {
        return new Work(size, url, materials.of(tool, size));
    }
}
