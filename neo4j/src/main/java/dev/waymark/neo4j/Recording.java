package dev.waymark.neo4j;

import java.util.ArrayList;
import java.util.List;

/** What a migration ran or would run, in order. */
final class Recording {

    /** A recording that does not end is of a migration that waits for data. */
    private static final int MOST = 100_000;

    private final List<Entry> entries = new ArrayList<>();

    void add(StageKind kind, String cypher) {
        if (entries.size() >= MOST) {
            throw new NotRecordableException("it does not come to an end without data");
        }
        entries.add(new Entry(kind, cypher.strip()));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<String> statements() {
        return entries.stream().map(Entry::cypher).toList();
    }

    List<String> kinds() {
        return entries.stream().map(entry -> entry.kind().name()).toList();
    }

    String text() {
        return String.join(";\n", statements());
    }

    /**
     * A statement, or the schema commands of one stage.
     *
     * @param kind the kind of stage that it belongs to
     * @param cypher its text, with its values
     */
    record Entry(StageKind kind, String cypher) {}
}
