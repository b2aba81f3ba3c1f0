package dev.waymark.example.tracktion;

import dev.waymark.Migrator;
import dev.waymark.autogenerate.Autogenerate;
import dev.waymark.autogenerate.Comparison;
import dev.waymark.autogenerate.Generated;
import dev.waymark.autogenerate.Model;
import dev.waymark.autogenerate.RevisionOptions;
import dev.waymark.example.tracktion.model.TracktionSchema;
import dev.waymark.postgres.Scratch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What can be said to the example: nothing, for the tour, or one of the words. */
@Command(
        name = "tracktion",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        version = "Tracktion, an example of Waymark",
        exitCodeOnInvalidInput = 1,
        description = {
            "Without a word: up to head, down to base, and up again.",
            "Works on an embedded PostgreSQL, or on the server that DATABASE_URL names,",
            "and on an embedded Neo4j, or on the one that NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD name."
        })
final class Words implements Callable<Integer> {

    private static final int DIFFERENT = 2;

    private final Places places;
    private final PrintWriter out;

    Words(Places places, PrintWriter out) {
        this.places = places;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        long started = System.nanoTime();
        Report report = new Report(out);
        try (TracktionDatabase database = open();
                TracktionGraph graph = TracktionGraph.open(places.graph())) {
            database.refuseStrangers();
            graph.refuseStrangers();
            report.title(database.description(), graph.description());
            new Tour(new Stores(database.dataSource(), graph.driver()), report).take();
            report.end(Duration.ofNanos(System.nanoTime() - started));
            return 0;
        }
    }

    @Command(description = "Says whether the revisions make what the model has: 0 if they do, 2 if not.")
    int check() throws IOException, SQLException {
        return compare(autogenerate -> autogenerate.check(model()));
    }

    @Command(description = "Says whether the database that DATABASE_URL names is as its revisions left it: 0 or 2.")
    int drift() throws IOException, SQLException {
        if (places.databaseUrl().isEmpty()) {
            throw new IllegalArgumentException("Which database may have drifted? DATABASE_URL names none.");
        }
        return compare(Autogenerate::drift);
    }

    @Command(description = "Writes the revision that leads from head to the model.")
    int revision(
            @Option(names = "--autogenerate", required = true, description = "The only way here.") boolean autogenerate,
            @Option(
                            names = {"-m", "--message"},
                            required = true,
                            description = "What it does, in a few words.")
                    String message,
            @Option(
                            names = "--package",
                            defaultValue = "dev.waymark.example.tracktion.revisions",
                            description = "By default ${DEFAULT-VALUE}.")
                    String packageName,
            @Option(
                            names = "--source-root",
                            defaultValue = "examples/tracktion/src/main/java",
                            description = "By default ${DEFAULT-VALUE}.")
                    Path sourceRoot)
            throws IOException, SQLException {
        RevisionOptions options = RevisionOptions.inPackage(packageName).withAsking(new Person(System.console()));
        try (TracktionDatabase database = open()) {
            Generated generated = autogenerate(database).revision(model(), message, options);
            out.println(generated.comparison());
            generated.notes().forEach(out::println);
            generated.files().forEach(file -> out.println("Wrote " + file.writeTo(sourceRoot)));
            return 0;
        }
    }

    private int compare(Function<Autogenerate, Comparison> comparison) throws IOException, SQLException {
        try (TracktionDatabase database = open()) {
            Comparison found = comparison.apply(autogenerate(database));
            out.println(found);
            return found.isEmpty() ? 0 : DIFFERENT;
        }
    }

    private TracktionDatabase open() throws IOException, SQLException {
        return places.databaseUrl().isPresent()
                ? TracktionDatabase.at(places.databaseUrl().get())
                : TracktionDatabase.embedded();
    }

    private static Model model() {
        return Model.jooq(TracktionSchema.PUBLIC);
    }

    private static Autogenerate autogenerate(TracktionDatabase database) {
        return Migrator.postgres(database.url()).build().autogenerate(Scratch.onServer(database.url()));
    }
}
