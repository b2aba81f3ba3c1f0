package dev.waymark.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a process ended that upgraded a database.
 *
 * @param kind whether it did what it should
 * @param output all that it said
 * @param seconds from when it was let go
 */
record Ending(Kind kind, String output, double seconds) {

    /** The ways to end. */
    enum Kind {
        DONE,
        FAILED,
        HANGS
    }

    private static final Pattern ERROR = Pattern.compile("ERROR:|FATAL:|Error: |\\(psycopg2\\.");
    private static final int LONG = 40;
    private static final Map<Pattern, String> REASONS = reasons();

    /** The first that is found is the reason: what stands first here is what causes the others. */
    private static Map<Pattern, String> reasons() {
        var reasons = new LinkedHashMap<Pattern, String>();
        reasons.put(Pattern.compile("PoolerException"), "refuses a pooler");
        reasons.put(Pattern.compile("prepared statement \"[^\"]*\""), "prepared statement clash");
        reasons.put(Pattern.compile("deadlock detected"), "deadlock");
        reasons.put(Pattern.compile("duplicate key value"), "unique violation");
        reasons.put(Pattern.compile("(relation|type) \"[^\"]*\" already exists"), "relation exists");
        reasons.put(Pattern.compile("(?i)change ?log ?lock"), "gives up on its lock");
        reasons.put(Pattern.compile("(?i)advisory lock|LockNotAcquiredException"), "gives up on its lock");
        reasons.put(Pattern.compile("expected to match one row"), "loses the race");
        reasons.put(Pattern.compile("InterruptedRevisionException"), "stops and asks");
        reasons.put(Pattern.compile("cannot (run|be executed) [a-z ]*transaction block"), "can't");
        return reasons;
    }

    boolean isDone() {
        return kind == Kind.DONE;
    }

    /** {@return in a few words why it is not done} */
    String reason() {
        if (kind == Kind.HANGS) {
            return output.contains("Waiting for changelog lock") ? "its lock is left behind" : "hangs";
        }
        return REASONS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(output).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> shortened(complaint()));
    }

    /** {@return the line of its output that tells most: the last that speaks of an error, or the last} */
    String complaint() {
        String[] lines = output.strip().split("\\R", -1);
        for (int index = lines.length - 1; index >= 0; index--) {
            if (ERROR.matcher(lines[index]).find()) {
                return lines[index].strip();
            }
        }
        return lines[lines.length - 1].strip();
    }

    private static String shortened(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG) + "...";
    }
}
