package dev.waymark.error;

import java.io.Serial;

/** What the application does before the steps failed, a backup perhaps; so no step was run. */
public final class HookFailedException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param cause what it threw */
    public HookFailedException(Throwable cause) {
        super(
                "What was to be done before the steps failed: %s".formatted(Cause.problem(cause)),
                "No step was run.",
                "correct what was to be done (MigratorBuilder.beforeSteps), and run again.",
                cause);
    }
}
