package dev.waymark.example.guide;

import dev.waymark.plan.Plan;
import dev.waymark.run.BeforeSteps;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes a dump before the steps of a run.
 *
 * @param program where {@code pg_dump} is
 * @param url the database
 * @param file where the dump goes
 */
public record DumpBeforeSteps(String program, String url, Path file) implements BeforeSteps {

    @Override
    public void beforeSteps(Plan plan) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(program, "--format=custom", "--file=" + file, url)
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(program + " ended with " + exit);
        }
    }
}
