package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.Optional;

/**
 * One object that differs between two snapshots.
 *
 * @param kind what happens to it on the way up
 * @param from what it was; empty if it is created
 * @param to what it becomes; empty if it is dropped
 */
public record Change(ChangeKind kind, Optional<SchemaObject> from, Optional<SchemaObject> to) {}
