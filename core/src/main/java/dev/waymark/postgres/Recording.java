package dev.waymark.postgres;

import java.util.ArrayList;
import java.util.List;

/** The statements of a step, in the order in which they ran or would run. */
final class Recording {

    private final List<String> statements = new ArrayList<>();

    /** A recording that does not end is of a migration that waits for rows. */
    private static final int MOST = 100_000;

    void add(String statement) {
        if (statements.size() >= MOST) {
            throw new RecordingSqlContext.NotRecordableException("it does not come to an end without data");
        }
        statements.add(statement.strip());
    }

    /** The latest statement; empty if there is none. */
    String last() {
        return statements.isEmpty() ? "" : statements.get(statements.size() - 1);
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    String sql() {
        return String.join(";\n", statements);
    }
}
