package dev.waymark.neo4j;

import dev.waymark.run.Settings;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The labels of the nodes that a history is made of, and the names of their constraints. They all begin with two
 * underscores and the prefix, which keeps them apart from an application's own.
 *
 * @param prefix what they begin with, of {@code a-z 0-9 _} alone
 */
record HistoryNames(String prefix) {

    /** In statements each stands in braces, as in <code>(r:{revision})</code>. */
    private static final List<String> KINDS =
            List.of("revision", "log", "head", "lock", "fence", "stage", "journal", "marker");

    private static final Pattern ANY =
            Pattern.compile("__[a-z_][a-z0-9_]*_(?:" + String.join("|", KINDS) + ")(?:_.*)?", Pattern.DOTALL);

    static HistoryNames of(Settings settings) {
        return new HistoryNames(settings.historyPrefix());
    }

    /** A statement with the labels of this history. */
    String in(String cypher) {
        String result = cypher;
        for (String kind : KINDS) {
            result = result.replace("{" + kind + "}", "`" + label(kind) + "`");
        }
        return result;
    }

    String label(String kind) {
        return "__" + prefix + "_" + kind;
    }

    /** Whether a label, or the name of a constraint or an index, is of this history. */
    boolean owns(String name) {
        return name.startsWith("__" + prefix + "_");
    }

    /** Whether a label, or the name of a constraint or an index, is of any history, whatever its prefix. */
    static boolean isOfAny(String name) {
        return ANY.matcher(name).matches();
    }
}
