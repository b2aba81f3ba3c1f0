package dev.waymark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a migration class a revision. The annotation processor reads it and writes the class into the compiled index,
 * {@code META-INF/waymark/revisions}; it refuses to compile what could not work.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** {@return its id: 1 to 100 of {@code A-Z a-z 0-9 _ .}; it never changes} */
    String id();

    /** {@return the ids of the revisions that it descends from: none for a base, several for a merge} */
    String[] revises() default {};

    /** {@return what it does, in a few words} */
    String message() default "";

    /** {@return branch labels that stand on it} */
    String[] labels() default {};

    /** {@return ids or labels of revisions that must be applied first without being its parents} */
    String[] dependsOn() default {};

    /**
     * {@return whether each of its directions runs in one transaction together with its record} Set it to false for
     * statements that PostgreSQL refuses in a transaction, such as {@code CREATE INDEX CONCURRENTLY}.
     */
    boolean transactional() default true;

    /** {@return the name of the database it belongs to, where there are several of a kind; empty for the only one} */
    String database() default "";
}
