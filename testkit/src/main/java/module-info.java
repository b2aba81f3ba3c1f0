/** Waymark: the checks that prove every revision. */
module dev.waymark.testkit {
    requires transitive dev.waymark.core;
}
