package dev.waymark.run;

/** What an application does about its database when it starts. */
public enum StartMode {
    /** Upgrade it. */
    UPGRADE,
    /** Fail if revisions are pending. */
    CHECK,
    /** Wait, for a bounded time, until somebody else has upgraded it. */
    WAIT,
    /** Nothing: not even connect. */
    OFF
}
