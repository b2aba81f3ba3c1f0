package dev.waymark.postgres;

import dev.waymark.run.Settings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where a history is kept, and the key of its lock.
 *
 * @param schema the name of the schema, not quoted
 * @param prefix what the names of the tables begin with
 */
record HistoryTables(String schema, String prefix) {

    static HistoryTables of(Settings settings) {
        return new HistoryTables(settings.historySchema(), settings.historyPrefix());
    }

    String quotedSchema() {
        return quoted(schema);
    }

    /** The table of the applied set, quoted. */
    String revisions() {
        return quotedSchema() + "." + quoted(prefix + "_revision");
    }

    /** The table of the log, quoted. */
    String log() {
        return quotedSchema() + "." + quoted(prefix + "_log");
    }

    /** The table of the applied heads, quoted. */
    String heads() {
        return quotedSchema() + "." + quoted(prefix + "_head");
    }

    /** The table of the statements of unfinished steps, quoted. */
    String statements() {
        return quotedSchema() + "." + quoted(prefix + "_statement");
    }

    /** The key of the advisory lock: advisory locks are of one database, and this tells its histories apart. */
    long lockKey() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(revisions().getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).longValue();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    /** The first half of the key of the lock that tells since when the other one is held. */
    int sinceKey() {
        return (int) lockKey();
    }

    /** The channel on which the holder of the lock says that it gave it back. */
    String channel() {
        return "waymark_" + Long.toHexString(lockKey());
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A statement with the tables' names put in for {@code %1$s} and so on. */
    String in(String statement) {
        return statement
                .replace("%1$s", revisions())
                .replace("%2$s", log())
                .replace("%3$s", heads())
                .replace("%4$s", statements());
    }

    /** The names of all tables of a history, not quoted. */
    static java.util.List<String> names(String prefix) {
        return java.util.List.of(prefix + "_revision", prefix + "_log", prefix + "_head", prefix + "_statement");
    }
}
