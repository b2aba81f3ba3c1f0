package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.waymark.error.IndexNotOnlineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IndexAwaitIT {

    private static final Index TITLE =
            GraphSchema.rangeIndex("title").node("Track").on("title");
    private static final Duration LONG = Duration.ofSeconds(60);

    @RegisterExtension
    final GraphServer server = new GraphServer();

    private final List<IndexState> progress = new ArrayList<>();

    @Test
    void returnsWhenAllAreOnlineAndTellsHowFarTheyAre() {
        server.run("UNWIND range(1, 100000) AS i CREATE (:Track {title: 'title ' + i})");
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
        server.run("UNWIND range(1, 200000) AS i CREATE (:Track {title: 'title ' + i})");
        server.run(TITLE.createCypher());

        assertThatExceptionOfType(IndexNotOnlineException.class)
                .isThrownBy(() -> await(Duration.ofMillis(1), "title"))
                .withMessageMatching("""
                        The index 'title' is not online: its population came to \\d+ % in 0.001 s\\.
                        It is there, and can't be used; what was done before it stays\\.
                        To fix this: wait until SHOW INDEXES says ONLINE, and run again; or allow more time\\.""");
    }

    @Test
    void saysThatAnIndexIsNotThere() {
        assertThatExceptionOfType(IndexNotOnlineException.class)
                .isThrownBy(() -> await(LONG, "title"))
                .withMessageStartingWith("The index 'title' is not online: there is none of that name.");
    }

    @Test
    void endsWhenTheThreadIsInterrupted() {
        server.run("UNWIND range(1, 200000) AS i CREATE (:Track {title: 'title ' + i})");
        server.run(TITLE.createCypher());
        IndexAwait await = new IndexAwait(server::read, server.info(), LONG, state -> Thread.currentThread()
                .interrupt());

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> await.await(List.of("title")));
        assertThat(Thread.interrupted()).isTrue();
    }

    private void await(Duration deadline, String... names) {
        new IndexAwait(server::read, server.info(), deadline, progress::add).await(List.of(names));
    }

    private void makeFailed() {
        server.run("CREATE (:Track {title: reduce(s = '', i IN range(1, 12000) | s + toString(i % 10))})");
        server.run(TITLE.createCypher());
    }
}
