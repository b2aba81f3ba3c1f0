package dev.waymark.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The {@code pg_dump} of this machine, which reads a schema too.
 *
 * @param forks where it runs
 * @param command how it is called
 * @param errors a file for what it complains of
 */
record PgDump(Forks forks, String command, Path errors) {

    /** {@return whether it is there} */
    boolean isThere() throws InterruptedException {
        try {
            return run(List.of(command, "--version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return the milliseconds that it took for the schema of a database; negative if it refused} */
    double dump(int port, String database) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = run(List.of(
                command, "-s", "-h", "localhost", "-p", Integer.toString(port), "-U", "postgres", "-d", database));
        return status == 0 ? (System.nanoTime() - start) / 1e6 : -1;
    }

    private int run(List<String> call) throws IOException, InterruptedException {
        return forks.start(new ProcessBuilder(call)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(errors.toFile()))
                .waitFor();
    }
}
