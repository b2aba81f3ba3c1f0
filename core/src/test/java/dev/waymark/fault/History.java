package dev.waymark.fault;

import dev.waymark.MigratorBuilder;

/** The histories that are run, by names that can be handed to another process. */
enum History {
    TEN,
    PLAIN,
    /** What the compiled index on the class path names. */
    INDEXED;

    MigratorBuilder of(MigratorBuilder builder) {
        return switch (this) {
            case TEN -> builder.revisions(TenRevisions.all());
            case PLAIN -> builder.revisions(PlainRevisions.all());
            case INDEXED -> builder;
        };
    }
}
