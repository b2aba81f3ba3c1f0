package dev.waymark.neo4j;

import dev.waymark.migration.Irreversible;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Value;

/**
 * A revision of which only the history tells.
 *
 * @param wayBack what its way down would have run; empty if that was not recorded
 * @param note why it was not recorded
 * @param language the Cypher that its statements are written in
 */
record RecordedMigration(Optional<List<Recording.Entry>> wayBack, String note, CypherLanguage language)
        implements CypherMigration {

    static RecordedMigration of(Value node) {
        List<String> texts =
                node.get("down").isNull() ? List.of() : node.get("down").asList(Value::asString);
        List<String> kinds = texts.isEmpty() ? List.of() : node.get("downKinds").asList(Value::asString);
        Recording recording = new Recording();
        for (int i = 0; i < kinds.size(); i++) {
            recording.add(StageKind.valueOf(kinds.get(i)), texts.get(i));
        }
        return new RecordedMigration(
                node.get("down").isNull() ? Optional.empty() : Optional.of(recording.entries()),
                node.get("downNote").asString(""),
                CypherLanguage.valueOf(node.get("language").asString(CypherLanguage.OF_THE_DATABASE.name())));
    }

    @Override
    public void up(CypherContext cypher) {
        throw new IllegalStateException("A revision that only the history knows does not go up");
    }

    @Override
    public void down(CypherContext cypher) {
        wayBack.orElseThrow(() -> Irreversible.because("its way back was not recorded, since " + note))
                .forEach(entry -> run(cypher, entry));
    }

    private static void run(CypherContext cypher, Recording.Entry entry) {
        switch (entry.kind()) {
            case DATA -> cypher.run(entry.cypher());
            case SCHEMA -> cypher.schema().run(entry.cypher());
            case BATCHED -> runBatched(cypher, entry.cypher());
        }
    }

    /** Batches of the server's say so in their text. */
    private static void runBatched(CypherContext cypher, String text) {
        if (CypherText.kind(text) == StageKind.BATCHED) {
            cypher.inTransactions(text, Map.of());
        } else {
            cypher.batches(Batch.recorded(text));
        }
    }
}
