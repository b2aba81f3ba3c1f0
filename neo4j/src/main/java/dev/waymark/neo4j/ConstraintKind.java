package dev.waymark.neo4j;

import java.util.Locale;

/** The kinds of constraints. */
public enum ConstraintKind {
    /** No two have the same values of all the properties; those that lack one of them are left out. */
    UNIQUENESS("uniqueness"),
    /** Unique, and none lacks a property. Enterprise Edition only. */
    KEY("key"),
    /** None lacks the property. Enterprise Edition only. */
    EXISTENCE("existence"),
    /** Where the property is there, its value is of one of some types. Enterprise Edition only. */
    PROPERTY_TYPE("property type");

    private final String word;

    ConstraintKind(String word) {
        this.word = word;
    }

    /** {@return how messages call it} */
    String word() {
        return word;
    }

    /** {@return how JSON calls it} */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether a range index comes with it} */
    boolean isBacked() {
        return this == UNIQUENESS || this == KEY;
    }
}
