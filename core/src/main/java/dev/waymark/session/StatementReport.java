package dev.waymark.session;

import java.util.Optional;

/**
 * What another session sees of a statement that runs.
 *
 * @param progress how far the statement came, and what it waits on, other than a lock
 * @param blocker who it waits for; empty if it waits for no lock
 */
public record StatementReport(Optional<String> progress, Optional<String> blocker) {}
