package dev.waymark.diff;

/** What one action does to one object. */
enum Verb {
    /** Makes it. */
    CREATE,
    /** Changes it in place. */
    ALTER,
    /** Gives a type or a table another name, so that a new one can have its name while the old one is still needed. */
    RETIRE,
    /** Brings the rows of a retired table into the new one of its name. */
    COPY,
    /** Drops it. */
    DROP
}
