package dev.waymark.neo4j;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;

/** What goes wrong in an attempt at a step. */
final class Failures {

    private final String description;
    private @Nullable RuntimeException first;

    /** @param description how messages call the database */
    Failures(String description) {
        this.description = description;
    }

    /** Does what asks the server; a refusal is told as one of a statement. */
    <T> T naming(String cypher, Supplier<T> work) {
        try {
            return work.get();
        } catch (Neo4jException e) {
            throw Neo4jErrors.ofStatement(description, cypher, e);
        }
    }

    /** Does what a migration asked for; a failure fails the step, whether or not the migration catches it. */
    <T> T lasting(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            first = first == null ? e : first;
            throw e;
        }
    }

    /** Throws what a migration has caught. */
    void requireNone() {
        if (first != null) {
            throw first;
        }
    }
}
