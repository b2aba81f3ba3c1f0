package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void alignsNamesLeftAndFiguresRight() {
        var table = new TextTable("Fruit", "kind", "g").row("apple", "150").row("fig", "50");

        assertThat(table).hasToString("""
                Fruit
                kind     g
                ----------
                apple  150
                fig     50
                """);
    }
}
