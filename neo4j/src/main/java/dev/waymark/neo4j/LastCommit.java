package dev.waymark.neo4j;

import dev.waymark.error.CommitUnknownException;
import dev.waymark.error.ConnectionLostException;
import dev.waymark.run.Sleep;
import java.time.Duration;
import java.util.Optional;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The commit that records a step. If the connection is lost in it, the server is asked what became of it.
 *
 * @param place what the steps of a session share
 * @param ledger of the step
 */
record LastCommit(Workplace place, Ledger ledger) {

    private static final Duration PAUSE = Duration.ofMillis(500);

    void of(DataStage stage) {
        try {
            stage.commit();
        } catch (Neo4jException e) {
            if (!Neo4jErrors.isConnectionLost(e)) {
                throw e;
            }
            if (!isMade(e)) {
                throw new ConnectionLostException(place.description(), e);
            }
            Transactions.LOG.info(
                    "The connection to {} was lost in a commit, which the server did make", place.description());
        }
    }

    private boolean isMade(Neo4jException lost) {
        long deadline = System.nanoTime() + place.timeouts().lockWait().toNanos();
        Optional<Boolean> answer = answer();
        while (answer.isEmpty()) {
            if (System.nanoTime() >= deadline) {
                throw new CommitUnknownException(place.description(), lost);
            }
            Sleep.forAtMost(PAUSE);
            answer = answer();
        }
        return answer.get();
    }

    private Optional<Boolean> answer() {
        try {
            return Optional.of(ledger.isRecorded());
        } catch (Neo4jException e) {
            Transactions.LOG.debug("The server can't be asked yet what became of a commit", e);
            return Optional.empty();
        }
    }
}
