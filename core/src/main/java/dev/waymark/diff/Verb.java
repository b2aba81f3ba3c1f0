package dev.waymark.diff;

/** What one action does to one object. */
enum Verb {
    /** Makes it. */
    CREATE,
    /** Changes it in place. */
    ALTER,
    /** Gives a type another name, so that one with its name can be made while columns still have the old one. */
    RETIRE,
    /** Drops it. */
    DROP
}
