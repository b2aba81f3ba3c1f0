package dev.waymark.neo4j;

import dev.waymark.error.ChangedStatementException;
import dev.waymark.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * Where a step stands in its stages, and what the history has of those that are finished. The calls of a finished stage
 * are answered from there, and must be the same calls.
 */
final class Progress {

    private static final String NOTHING = "(nothing: the stage ends here)";

    private final RevisionId revision;
    private final List<StageRecord> earlier;
    private int stage;
    private int position;

    Progress(RevisionId revision, List<StageRecord> earlier) {
        this.revision = revision;
        this.earlier = earlier;
    }

    /** How many stages are finished. */
    int finished() {
        return (int) earlier.stream().filter(StageRecord::done).count();
    }

    /** The number of the stage that runs, from 1. */
    int stage() {
        return stage;
    }

    /** Goes on to the next stage. */
    void next(StageKind kind, String statement) {
        leave();
        stage++;
        position = 0;
        earlier().filter(record -> record.kind() != kind).ifPresent(record -> {
            throw changed(String.join(";\n", record.statements()), statement);
        });
    }

    /** Whether the stage that runs was finished earlier. */
    boolean isDone() {
        return earlier().filter(StageRecord::done).isPresent();
    }

    /** Whether no stage behind the one that runs is finished. */
    boolean isLast() {
        return stage >= finished();
    }

    /** What is recorded of the stage that runs. */
    Optional<StageRecord> earlier() {
        return stage >= 1 && stage <= earlier.size() ? Optional.of(earlier.get(stage - 1)) : Optional.empty();
    }

    /** What a statement of a finished stage changed when it ran. */
    Changes answer(String statement) {
        StageRecord record = earlier().orElseThrow();
        String ran = position < record.statements().size() ? record.statements().get(position) : NOTHING;
        if (!ran.equals(statement)) {
            throw changed(ran, statement);
        }
        return record.changes().get(position++);
    }

    /** Refuses to leave a finished stage before all that it ran has been asked for. */
    void leave() {
        earlier()
                .filter(StageRecord::done)
                .filter(record -> record.kind() == StageKind.DATA)
                .filter(record -> position < record.statements().size())
                .ifPresent(record -> {
                    throw changed(record.statements().get(position), NOTHING);
                });
    }

    /** Refuses to end a step before all its finished stages have been asked for. */
    void end() {
        leave();
        if (stage < finished()) {
            throw changed(String.join(";\n", earlier.get(stage).statements()), NOTHING);
        }
    }

    private ChangedStatementException changed(String ran, String now) {
        return new ChangedStatementException(revision.value(), position + 1, ran, now);
    }
}
