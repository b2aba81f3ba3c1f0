package dev.waymark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void keepsTheMiddleAndBothEnds() {
        assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Spread(5, 1, 9));
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(8.0, 2.0, 4.0, 1.0))).isEqualTo(new Spread(3, 1, 8));
    }

    @Test
    void givesLargeFiguresFewDigits() {
        assertThat(new Spread(12.345, 1.2345, 1234.5).text()).isEqualTo("12.3 (1.23 to 1235)");
    }

    @Test
    void comparesMedians() {
        assertThat(new Spread(3, 1, 9).ratio(new Spread(2, 2, 2))).isEqualTo(1.5);
    }
}
