package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void measuresEverythingUnlessTold() {
        Settings settings = Settings.of(List.of());

        assertThat(settings.parts()).containsExactly(Part.values());
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
                        List.of(10, 1000, 5000),
                        7,
                        List.of(1000, 10_000, 100_000),
                        1,
                        30));
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
}
