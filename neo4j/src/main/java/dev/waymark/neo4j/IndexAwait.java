package dev.waymark.neo4j;

import dev.waymark.error.IndexNotOnlineException;
import dev.waymark.run.Sleep;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Waits until indexes are online. It asks for them by name, since {@code db.awaitIndexes} fails on any other index of
 * the database that is slow or has failed. It can't be used in the transaction that makes an index: the index is
 * populated after the commit.
 */
final class IndexAwait {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final String STATES = "SHOW INDEXES YIELD name, state, populationPercent, failureMessage"
            + " WHERE name IN $names RETURN name, state, populationPercent, failureMessage";

    private final CypherReader reader;
    private final ServerInfo server;
    private final Duration deadline;
    private final Consumer<IndexState> progress;

    /**
     * @param reader reads rows of the database, each time in a new transaction
     * @param server what the server is
     * @param deadline how long to wait in all
     * @param progress is told the state of an index whenever it has changed
     */
    IndexAwait(CypherReader reader, ServerInfo server, Duration deadline, Consumer<IndexState> progress) {
        this.reader = reader;
        this.server = server;
        this.deadline = deadline;
        this.progress = progress;
    }

    /**
     * Waits until all are online.
     *
     * @param names the names of indexes, or of constraints that have one
     * @throws IndexNotOnlineException if one has failed, is not there, or is not online in time
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    void await(Collection<String> names) {
        long start = System.nanoTime();
        Map<String, IndexState> seen = new HashMap<>();
        Duration pause = FIRST_PAUSE;
        while (!areOnline(names, seen)) {
            if (System.nanoTime() - start >= deadline.toNanos()) {
                throw late(names, seen);
            }
            Sleep.forAtMost(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean areOnline(Collection<String> names, Map<String, IndexState> seen) {
        if (names.isEmpty()) {
            return true;
        }
        List<IndexState> states =
                reader.read(server.showPrefix() + STATES, Map.of("names", List.copyOf(names))).stream()
                        .map(SchemaReader::state)
                        .toList();
        for (IndexState state : states) {
            if (!state.equals(seen.put(state.name(), state))) {
                progress.accept(state);
            }
        }
        states.stream().filter(IndexState::isFailed).findFirst().ifPresent(IndexAwait::failed);
        refuseMissing(names, states);
        return states.stream().allMatch(IndexState::isOnline);
    }

    private static void failed(IndexState state) {
        throw new IndexNotOnlineException(
                state.name(), "it failed: " + state.failure(), "mend the data that the failure speaks of.");
    }

    private static void refuseMissing(Collection<String> names, List<IndexState> states) {
        TreeSet<String> missing = new TreeSet<>(names);
        states.forEach(state -> missing.remove(state.name()));
        if (!missing.isEmpty()) {
            throw new IndexNotOnlineException(
                    missing.first(), "there is none of that name", "make it, or find out who dropped it.");
        }
    }

    private IndexNotOnlineException late(Collection<String> names, Map<String, IndexState> seen) {
        IndexState first = names.stream()
                .map(seen::get)
                .filter(state -> state != null && !state.isOnline())
                .findFirst()
                .orElseThrow();
        return new IndexNotOnlineException(
                first.name(),
                "its population came to %d %% in %s s".formatted((int) first.percent(), deadline.toMillis() / 1000.0),
                "wait until SHOW INDEXES says ONLINE, and run again; or allow more time.");
    }
}
