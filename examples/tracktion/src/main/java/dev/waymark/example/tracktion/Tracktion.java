package dev.waymark.example.tracktion;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.error.MigrationException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.neo4j.driver.exceptions.Neo4jException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Without words, takes two databases from base to head, back to base, and to head again, and reports what it does; with
 * words, holds the model against the revisions, or writes a revision. The databases are an embedded PostgreSQL and an
 * embedded Neo4j, or those that the environment variables {@code DATABASE_URL} and {@code NEO4J_URI} name.
 */
public final class Tracktion {

    private static final int FAILED = 1;

    private Tracktion() {}

    /**
     * Runs the example, and ends the JVM with 1 if that is not possible, or with 2 if there is a difference.
     *
     * @param arguments the words; {@code --help} tells them
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintWriter problems = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        int exit = run(Places.of(System.getenv()), out, problems, arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** {@return 0 if it went well, 1 if not, and why not has been printed; 2 if there is a difference} */
    static int run(Places places, PrintWriter out, PrintWriter problems, String... arguments) {
        return new CommandLine(new Words(places, out))
                .setOut(out)
                .setErr(problems)
                .setExecutionExceptionHandler(Tracktion::tell)
                .execute(arguments);
    }

    private static int tell(Exception problem, CommandLine words, ParseResult parsed) throws Exception {
        if (problem instanceof MigrationException
                || problem instanceof IllegalArgumentException
                || problem instanceof SQLException
                || problem instanceof Neo4jException
                || problem instanceof IOException
                || problem instanceof UncheckedIOException) {
            words.getErr().println(problem.getMessage());
            return FAILED;
        }
        throw problem;
    }
}
