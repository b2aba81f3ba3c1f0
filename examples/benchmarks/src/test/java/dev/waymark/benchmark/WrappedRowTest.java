package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedRowTest {

    @Test
    void breaksLongCellsBetweenWordsAndLeavesTheOthersBlank() {
        assertThat(WrappedRow.of(List.of("fruit", "an apple that is far too long", "fig")))
                .containsExactly(List.of("fruit", "an apple that is far too", "fig"), List.of("", "long", ""));
    }
}
