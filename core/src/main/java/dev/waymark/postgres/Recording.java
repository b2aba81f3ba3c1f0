package dev.waymark.postgres;

import java.util.ArrayList;
import java.util.List;

/** The statements of a step, in the order in which they ran or would run. */
final class Recording {

    private final List<String> statements = new ArrayList<>();

    void add(String statement) {
        statements.add(statement.strip());
    }

    List<String> statements() {
        return List.copyOf(statements);
    }

    String sql() {
        return String.join(";\n", statements);
    }
}
