package dev.waymark.error;

import java.util.Objects;

/** How the cause of a failure is told within one line or two of a message. */
final class Cause {

    private Cause() {}

    /** What happened, without the state and the advice that a failure of this family also tells. */
    static String problem(Throwable cause) {
        if (cause instanceof MigrationException) {
            String message = Objects.requireNonNullElse(cause.getMessage(), "");
            String withoutAdvice = message.substring(0, message.lastIndexOf("\nTo fix this: "));
            return withoutAdvice.substring(0, withoutAdvice.lastIndexOf('\n'));
        }
        return cause.getClass().getName() + ": " + firstLine(cause);
    }

    static String firstLine(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
    }
}
