package dev.waymark.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The contenders, and which part of the class path each of them needs. */
enum Tool {
    LIMIT("none"),
    LIMIT_ALL_ROWS("none"),
    WAYMARK("jooq-.*|r2dbc-spi-.*|reactive-streams-.*|jackson-.*|slf4j-.*"),
    FLYWAY_JAVA("flyway-.*|slf4j-.*"),
    FLYWAY_SQL("flyway-.*|slf4j-.*"),
    LIQUIBASE("liquibase-.*|slf4j-.*|snakeyaml-.*|opencsv-.*|commons-.*|jaxb-.*|javax\\.activation-.*");

    private final Pattern libraries;

    Tool(String libraries) {
        this.libraries = Pattern.compile("(?:postgresql-.*|" + libraries + ")\\.jar");
    }

    /** {@return the tool of that title} */
    static Tool named(String title) {
        return Arrays.stream(values())
                .filter(tool -> tool.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No tool is called '%s'. There are: %s"
                        .formatted(
                                title, Arrays.stream(values()).map(Tool::title).collect(Collectors.joining(", ")))));
    }

    /** {@return its name in arguments and tables} */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the name of a database that serves this tool and that purpose} */
    String database(String purpose) {
        return name().toLowerCase(Locale.ROOT) + "_" + purpose;
    }

    /** {@return whether a file of the class path is one that its users would have there} */
    boolean needs(String fileName) {
        return libraries.matcher(fileName).matches();
    }
}
