package dev.waymark.hazard;

/**
 * One thing that a statement may do to a live system.
 *
 * @param kind what
 * @param reason why, in sentences
 * @param safer how to reach the same more safely, in sentences; empty if there is no such way
 */
public record Hazard(HazardKind kind, String reason, String safer) {}
