package dev.waymark.run;

/** What to do about what the preflight finds. */
public enum PreflightMode {
    /** Nothing is looked at. */
    OFF,
    /** What is found is logged as a warning, and the run goes on. */
    WARN,
    /** A run that would meet what was found is refused before its first step. */
    REFUSE
}
