package dev.waymark.run;

import java.util.List;

/** What a migration would run. */
public sealed interface Rehearsal {

    /**
     * It would run these statements.
     *
     * @param statements the statements, in order; may be none
     */
    record Statements(List<String> statements) implements Rehearsal {

        /** Copies the list. */
        public Statements {
            statements = List.copyOf(statements);
        }

        /** {@return the statements, separated by semicolons and line ends} */
        public String sql() {
            return String.join(";\n", statements);
        }
    }

    /**
     * It can't be undone.
     *
     * @param reason why not, in its author's words
     */
    record CannotBeUndone(String reason) implements Rehearsal {}

    /**
     * It can't be told without running it.
     *
     * @param reason why not
     */
    record Unknown(String reason) implements Rehearsal {}
}
