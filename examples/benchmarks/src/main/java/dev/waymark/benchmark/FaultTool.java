package dev.waymark.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tools whose faults are looked for, and where each keeps its history. */
enum FaultTool {
    FLYWAY("select string_agg(version || success, ',' order by version::int) from flyway_schema_history"),
    FLYWAY_SESSION(FLYWAY.history),
    LIQUIBASE("select string_agg(id || exectype, ',' order by id::int) from databasechangelog"),
    ALEMBIC("select string_agg(version_num, ',' order by version_num) from alembic_version"),
    WAYMARK("select string_agg(id || state, ',' order by id) from waymark_revision");

    private final String history;

    FaultTool(String history) {
        this.history = history;
    }

    /** {@return the tool of that title} */
    static FaultTool named(String title) {
        return Arrays.stream(values())
                .filter(tool -> tool.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No tool is called '%s'. There are: %s"
                        .formatted(
                                title,
                                Arrays.stream(values()).map(FaultTool::title).collect(Collectors.joining(", ")))));
    }

    /** {@return its name in arguments and tables} */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the name of what it reads; both kinds of Flyway read the same} */
    String material() {
        return "faults-" + (this == FLYWAY_SESSION ? FLYWAY : this).title();
    }

    /** {@return the query for its history as one text, in which each revision stands as often as it was recorded} */
    String history() {
        return history;
    }
}
