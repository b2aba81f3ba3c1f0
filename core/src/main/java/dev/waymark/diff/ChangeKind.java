package dev.waymark.diff;

/** What happens to an object. */
public enum ChangeKind {
    /** It is made. */
    CREATE,
    /** It is changed in place. */
    ALTER,
    /** It is given another name. */
    RENAME,
    /** It is dropped and made again as it should be, or as it was since what it depends on had to go. */
    REPLACE,
    /** It is dropped. */
    DROP
}
