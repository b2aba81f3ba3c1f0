package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void measuresAllCostsUnlessTold() {
        Settings settings = Settings.of(List.of());

        assertThat(settings.parts()).containsExactly(Part.NOOP, Part.APPLY, Part.TRIPS, Part.GRAPH, Part.SNAPSHOT);
        assertThat(settings.tools()).containsExactly(Tool.values());
        assertThat(settings.sizes()).containsExactly(10, 1000, 5000);
    }

    @Test
    void takesWhatItIsTold() {
        Settings settings = Settings.of(List.of("parts=apply", "tools=limit,waymark", "steps=7", "samples=1"));

        assertThat(settings)
                .isEqualTo(new Settings(
                        List.of(Part.APPLY),
                        List.of(Tool.LIMIT, Tool.WAYMARK),
                        new Settings.Counts(List.of(10, 1000, 5000), 7, List.of(1000, 10_000, 100_000)),
                        new Effort(1, 30),
                        new SnapshotSettings(List.of(Path.of("../shared/data/schemas/chado.sql")), 5000, "pg_dump"),
                        new FaultSettings(List.of(FaultTool.values()), List.of(Fault.values()), 16, 3, 50, 1, 30),
                        new Neo4jSettings(List.of(Neo4jTool.values()), List.of(100, 1000), List.of(0, 10), 3)));
    }

    @Test
    void takesFaultsAsItIsTold() {
        Settings settings = Settings.of(List.of("parts=faults", "fault-tools=flyway-session", "faults=index-waiter"));

        assertThat(settings.faults().tools()).containsExactly(FaultTool.FLYWAY_SESSION);
        assertThat(settings.faults().faults()).containsExactly(Fault.INDEX_WAITER);
    }

    @Test
    void refusesAFaultThatItDoesNotKnow() {
        assertThatThrownBy(() -> Settings.of(List.of("faults=flood")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No fault is called 'flood'. There are: start, killed, ended, unheard, index, index-waiter,"
                        + " index-killed, index-killed-if, reader, pooler, holder");
    }

    @Test
    void refusesAToolThatItDoesNotKnow() {
        assertThatThrownBy(() -> Settings.of(List.of("tools=hammer")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No tool is called 'hammer'. There are:"
                        + " limit, limit-all-rows, waymark, flyway-java, flyway-sql, liquibase");
    }

    @Test
    void refusesZeroSamples() {
        assertThatThrownBy(() -> Settings.of(List.of("samples=0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a positive number: 0");
    }

    @Test
    void takesADelayOfZero() {
        Settings settings = Settings.of(List.of("delays=0"));

        assertThat(settings.neo4j().delays()).containsExactly(0);
    }
}
