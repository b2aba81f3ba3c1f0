package dev.waymark.neo4j;

import dev.waymark.run.Rehearsal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step ran, for the record.
 *
 * @param up what it ran
 * @param down what its way down would run
 * @param language the Cypher that its statements are written in
 * @param milliseconds how long it took; null if the server is to tell
 */
record Ran(
        Recording up,
        Rehearsed down,
        CypherLanguage language,
        @Nullable Long milliseconds) {

    /** What of it is kept with the revision. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("up", up.text());
        properties.put("language", language.name());
        boolean known = down.outcome() instanceof Rehearsal.Statements;
        properties.put("down", known ? down.recording().statements() : null);
        properties.put("downKinds", known ? down.recording().kinds() : null);
        properties.put("downNote", note());
        return properties;
    }

    private String note() {
        if (down.outcome() instanceof Rehearsal.CannotBeUndone cannot) {
            return "it can't be undone: " + cannot.reason();
        }
        return down.outcome() instanceof Rehearsal.Unknown unknown ? unknown.reason() : "";
    }
}
