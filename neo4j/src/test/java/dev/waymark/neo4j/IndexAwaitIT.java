package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.waymark.error.IndexNotOnlineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neo4j.driver.Record;

class IndexAwaitIT {

    private static final Index TITLE =
            GraphSchema.rangeIndex("title").node("Track").on("title");
    private static final ServerInfo INFO = new ServerInfo("5.26.30", "community");
    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    final GraphServer server = new GraphServer();

    private final List<IndexState> progress = new ArrayList<>();

    @Test
    void returnsWhenAllAreOnlineAndTellsHowFarTheyAre() {
        server.run("UNWIND range(1, 20000) AS i CREATE (:Track {title: 'title ' + i})");
        server.run(TITLE.createCypher());
        await(LONG, "title");

        assertThat(progress).last().isEqualTo(new IndexState("title", "ONLINE", 100.0, ""));
        assertThat(progress).doesNotHaveDuplicates();
        assertThat(server.run("SHOW INDEXES YIELD name, state WHERE name = 'title'")
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("ONLINE");
    }

    @Test
    void knowsTheIndexOfAConstraintByTheConstraintsName() {
        server.run("CREATE CONSTRAINT uuid FOR (n:Track) REQUIRE n.uuid IS UNIQUE");
        await(LONG, "uuid");

        assertThat(progress).extracting(IndexState::name).containsExactly("uuid");
    }

    @Test
    void caresForNoOtherIndex() {
        makeFailed();
        server.run("CREATE INDEX other FOR (n:Album) ON (n.title)");
        await(LONG, "other");

        assertThat(progress).extracting(IndexState::name).containsOnly("other");
    }

    @Test
    void saysWhyAnIndexFailed() {
        makeFailed();

        assertThatExceptionOfType(IndexNotOnlineException.class)
                .isThrownBy(() -> await(LONG, "title"))
                .satisfies(e -> assertThat(e.index()).isEqualTo("title"))
                .withMessageStartingWith(
                        "The index 'title' is not online: it failed: java.lang.IllegalArgumentException:"
                                + " Property value is too large to index")
                .withMessageEndingWith("""
                        property size: 12011.
                        It is there, and can't be used; what was done before it stays.
                        To fix this: mend the data that the failure speaks of.""");
    }

    @Test
    void saysHowFarAnIndexIsThatIsNotOnlineInTime() {
        IndexAwait await = new IndexAwait(this::populating, INFO, Duration.ofMillis(1), progress::add);

        assertThatExceptionOfType(IndexNotOnlineException.class)
                .isThrownBy(() -> await.await(List.of("title")))
                .withMessage("""
                        The index 'title' is not online: its population came to 61 % in 0.001 s.
                        It is there, and can't be used; what was done before it stays.
                        To fix this: wait until SHOW INDEXES says ONLINE, and run again; or allow more time.""");
    }

    @Test
    void saysThatAnIndexIsNotThere() {
        assertThatExceptionOfType(IndexNotOnlineException.class)
                .isThrownBy(() -> await(LONG, "title"))
                .withMessageStartingWith("The index 'title' is not online: there is none of that name.");
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
        IndexAwait await = new IndexAwait(
                this::populating, INFO, LONG, state -> Thread.currentThread().interrupt());

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> await.await(List.of("title")));
        assertThat(Thread.interrupted()).isTrue();
    }

    private void await(Duration deadline, String... names) {
        new IndexAwait(server::read, server.info(), deadline, progress::add).await(List.of(names));
    }

    /** What the server says of an index that takes its time. */
    private List<Record> populating(String cypher, Map<String, Object> parameters) {
        return server.run(
                "RETURN 'title' AS name, 'POPULATING' AS state, 61.7 AS populationPercent, '' AS failureMessage");
    }

    private void makeFailed() {
        server.run("CREATE (:Track {title: reduce(s = '', i IN range(1, 12000) | s + toString(i % 10))})");
        server.run(TITLE.createCypher());
    }
}
