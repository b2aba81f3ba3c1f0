package dev.waymark.autogenerate;

/** What is known of something that may have been renamed. */
public enum RenameAnswer {
    /** It was renamed. */
    YES,
    /** The old one is gone, and the new one is another thing. */
    NO,
    /** That is to be decided in the source: the rename is written, and what to write otherwise stands in a comment. */
    UNANSWERED
}
