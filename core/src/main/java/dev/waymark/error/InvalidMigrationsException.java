package dev.waymark.error;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** The migration classes contradict each other. Holds every contradiction at once. */
public final class InvalidMigrationsException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<Problem> problems;

    /** @param problems all that is wrong, at least one */
    public InvalidMigrationsException(List<Problem> problems) {
        super(
                "The migrations can't be used:\n"
                        + problems.stream()
                                .map(problem -> "  " + problem.text())
                                .collect(Collectors.joining("\n")),
                UNTOUCHED,
                "correct the named migrations and build again.",
                null);
        this.problems = List.copyOf(problems);
    }

    /** {@return all that is wrong} */
    public List<Problem> problems() {
        return problems;
    }

    /** What kind of contradiction it is. */
    public enum Kind {
        /** There is no migration at all. */
        EMPTY,
        /** Two revisions have one id. */
        DUPLICATE_ID,
        /** A label is used twice, or equals an id. */
        DUPLICATE_LABEL,
        /** An id or label that a target could not name. */
        ILLEGAL_NAME,
        /** A revision names one parent, or one dependency, twice. */
        DUPLICATE_EDGE,
        /** A parent does not exist. */
        UNKNOWN_PARENT,
        /** A dependency names no id and no label. */
        UNKNOWN_DEPENDENCY,
        /** A revision revises itself. */
        SELF_LOOP,
        /** A revision depends on itself. */
        DEPENDENCY_SELF_LOOP,
        /** Revisions descend from each other. */
        CYCLE,
        /** Revisions require each other by way of a dependency. */
        DEPENDENCY_CYCLE,
        /** A migration class can't be used: not instantiable, not annotated, for no known database. */
        UNUSABLE_CLASS,
        /** A revision without a transaction, in a run that is to be one transaction. */
        NOT_TRANSACTIONAL,
        /** The compiled index can't be read. */
        UNREADABLE_INDEX
    }

    /**
     * One contradiction.
     *
     * @param kind what kind it is
     * @param subject the id, label or class it is about; empty for the whole
     * @param text the sentence that tells it, with what is at fault quoted and a suggestion where there is one
     */
    public record Problem(Kind kind, String subject, String text) implements Serializable {}
}
