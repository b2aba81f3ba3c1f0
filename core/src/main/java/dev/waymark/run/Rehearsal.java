package dev.waymark.run;

/** What a migration would run. */
public sealed interface Rehearsal {

    /**
     * It would run these statements.
     *
     * @param sql the statements, separated by semicolons and line ends; may be empty
     */
    record Statements(String sql) implements Rehearsal {}

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
