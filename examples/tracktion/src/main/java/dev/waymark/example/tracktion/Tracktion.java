package dev.waymark.example.tracktion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.error.MigrationException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes a database from base to head, back to base, and to head again, and reports what it does. The database is an
 * embedded PostgreSQL, or the one that the environment variable {@code DATABASE_URL} names.
 */
public final class Tracktion {

    private Tracktion() {}

    /**
     * Runs the example, and ends the JVM with 1 if that is not possible.
     *
     * @param arguments ignored
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintWriter problems = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        if (!run(Optional.ofNullable(System.getenv("DATABASE_URL")), out, problems)) {
            System.exit(1);
        }
    }

    /** {@return whether it went well; if not, why not has been printed} */
    static boolean run(Optional<String> databaseUrl, PrintWriter out, PrintWriter problems) {
        long started = System.nanoTime();
        Report report = new Report(out);
        try (TracktionDatabase database = open(databaseUrl)) {
            report.title(database.description());
            new Tour(database.dataSource(), report).take();
            report.end(Duration.ofNanos(System.nanoTime() - started));
            return true;
        } catch (MigrationException | IllegalArgumentException | SQLException | IOException problem) {
            problems.println(problem.getMessage());
            return false;
        }
    }

    private static TracktionDatabase open(Optional<String> url) throws IOException, SQLException {
        return url.isPresent() ? TracktionDatabase.at(url.get()) : TracktionDatabase.embedded();
    }
}
