package dev.waymark.benchmark;

/**
 * What happened to a tool in a situation.
 *
 * @param cell the short form, for the table
 * @param note what explains it; empty if nothing needs to be explained
 */
record Verdict(String cell, String note) {

    static Verdict of(String cell) {
        return new Verdict(cell, "");
    }
}
