package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BenchmarksIT {

    @Test
    void measuresEveryPartInSmall() throws Exception {
        var output = new StringWriter();
        var progress = new PrintWriter(new StringWriter());
        var settings = Settings.of(List.of(
                "tools=limit,limit-all-rows,waymark",
                "sizes=3",
                "steps=3",
                "graphs=3,30",
                "samples=1",
                "calls=1",
                "schemas=none.sql",
                "tables=5"));

        Benchmarks.run(settings, new Report(new PrintWriter(output), progress));

        assertThat(output.toString())
                .contains("Nothing to do, 3 applied", "Applying 3 steps, server shows fsync on")
                .contains("Applying 3 steps, server shows fsync off", "Statements and round trips")
                .contains("Graph and plan, LINE", "Graph and plan, BRAID", "round trips per step <= 3")
                .contains("5 tables, ", "diff of 50 changed tables", "Not held against pg_dump: there is no ");
    }

    @Test
    void triesFaultsInSmall() throws Exception {
        var output = new StringWriter();
        var progress = new PrintWriter(new StringWriter());
        var settings = Settings.of(List.of(
                "parts=faults",
                "fault-tools=waymark",
                "faults=start,killed,reader",
                "processes=2",
                "rounds=1",
                "revisions=3",
                "every=25",
                "reader=1"));

        Benchmarks.run(settings, new Report(new PrintWriter(output), progress));

        assertThat(output.toString())
                .contains("2 of 2", "right after all")
                .doesNotContain("not measured", "wrong after");
    }

    @Tag("full")
    @Test
    void countsTheRoundTripsOfUpgradesOfNeo4jInSmall() throws Exception {
        var output = new StringWriter();
        var progress = new PrintWriter(new StringWriter());
        var settings = Settings.of(List.of(
                "parts=neo4j",
                "neo4j-tools=waymark,migrations-java",
                "neo4j-steps=2,5",
                "delays=25",
                "neo4j-samples=1",
                "calls=1"));

        Benchmarks.run(settings, new Report(new PrintWriter(output), progress));

        assertThat(output.toString())
                .contains("Neo4j, applying 5 revisions, 25 ms more a round trip", "Neo4j, nothing to do, 5 applied")
                .containsPattern("round trips of a no-op <= 2 +2\\.00 : 48\\.0 +yes")
                .containsPattern("round trips of each applied revision <= 4 +4\\.00 : 9\\.00 +yes");
    }
}
