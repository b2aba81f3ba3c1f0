package dev.waymark.benchmark;

import ac.simons.neo4j.migrations.core.JavaBasedMigration;
import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import dev.waymark.Migrator;
import dev.waymark.neo4j.Neo4jDatabase;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;

/** The contenders on Neo4j, and which part of the class path each of them needs. */
enum Neo4jTool {
    /** A class for each revision, found in the compiled index. */
    WAYMARK("jackson-.*") {
        @Override
        void upgrade(Driver driver, Work work) {
            Migrator.on(Neo4jDatabase.of(driver)).build().upgrade();
        }
    },
    /** Java migrations, registered one by one; nothing is scanned for. */
    MIGRATIONS_JAVA("neo4j-migrations-.*|classgraph-.*") {
        @Override
        void upgrade(Driver driver, Work work) {
            MigrationsConfig config = MigrationsConfig.builder()
                    .withPackagesToScan("generated")
                    .withLocationsToScan()
                    .withMigrationClassesDiscoverer(context -> IntStream.rangeClosed(1, work.size())
                            .<JavaBasedMigration>mapToObj(NodeMigration::new)
                            .toList())
                    .build();
            new Migrations(config, driver).apply();
        }
    },
    /** Cypher files in a directory. */
    MIGRATIONS_CYPHER("neo4j-migrations-.*|classgraph-.*") {
        @Override
        void upgrade(Driver driver, Work work) {
            MigrationsConfig config = MigrationsConfig.builder()
                    .withLocationsToScan(work.material().toUri().toString())
                    .build();
            new Migrations(config, driver).apply();
        }
    };

    private static final String DRIVER =
            "neo4j-java-driver-.*|neo4j-bolt-connection.*|netty-.*|reactive-streams-.*" + "|reactor-core-.*|slf4j-.*";

    private final Pattern libraries;

    Neo4jTool(String libraries) {
        this.libraries = Pattern.compile("(?:" + DRIVER + "|" + libraries + ")\\.jar");
    }

    /** Takes the database from wherever it stands to the last revision. */
    abstract void upgrade(Driver driver, Work work);

    /** {@return the tool of that title} */
    static Neo4jTool named(String title) {
        return Arrays.stream(values())
                .filter(tool -> tool.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No tool for Neo4j is called '%s'. There are: %s".formatted(title, titles())));
    }

    private static String titles() {
        return Arrays.stream(values()).map(Neo4jTool::title).collect(Collectors.joining(", "));
    }

    /** {@return its name in arguments and tables} */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return whether a file of the class path is one that its users would have there} */
    boolean needs(String fileName) {
        return libraries.matcher(fileName).matches();
    }
}
