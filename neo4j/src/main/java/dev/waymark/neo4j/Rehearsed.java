package dev.waymark.neo4j;

import dev.waymark.run.Rehearsal;

/**
 * What came of a rehearsal.
 *
 * @param recording what can be told, even if there is more that can't
 * @param outcome what is known of the whole
 */
record Rehearsed(Recording recording, Rehearsal outcome) {

    static Rehearsed unknown(String reason) {
        return new Rehearsed(new Recording(), new Rehearsal.Unknown(reason));
    }

    /** How many statements it would run, if that is known and all of them are of one data stage; else 0. */
    int statementsOfOneDataStage() {
        boolean data = recording.entries().stream().allMatch(entry -> entry.kind() == StageKind.DATA);
        return outcome instanceof Rehearsal.Statements && data
                ? recording.entries().size()
                : 0;
    }
}
