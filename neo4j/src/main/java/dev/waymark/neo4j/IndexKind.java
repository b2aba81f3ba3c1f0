package dev.waymark.neo4j;

import java.util.Locale;

/** The kinds of indexes. */
public enum IndexKind {
    /** Finds values and ranges of values, of one property or of several in their order. */
    RANGE,
    /** Finds parts of strings, of one property. */
    TEXT,
    /** Finds points, of one property. */
    POINT,
    /** Finds nodes by label, or relationships by type. Every database begins with both. */
    LOOKUP,
    /** Finds words, of several properties and labels. */
    FULLTEXT,
    /** Finds near vectors, of one property. */
    VECTOR;

    /** {@return how messages and JSON call it} */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether it can be about several labels or types} */
    boolean takesSeveralLabels() {
        return this == FULLTEXT || this == VECTOR;
    }

    /** {@return whether it can be about several properties} */
    boolean takesSeveralProperties() {
        return this == RANGE || this == FULLTEXT || this == VECTOR;
    }
}
