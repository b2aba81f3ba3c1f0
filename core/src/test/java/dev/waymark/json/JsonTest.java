package dev.waymark.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void keepsTheOrderOfAMapThatHasOne() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", 1);
        map.put("heads", List.of("b", "a"));

        assertThat(Json.write(map)).isEqualTo("{\"version\":1,\"heads\":[\"b\",\"a\"]}");
    }

    @Test
    void sortsTheKeysOfAMapThatHasNone() {
        assertThat(Json.write(Map.of("c", 1, "a", 2, "b", 3))).isEqualTo("{\"a\":2,\"b\":3,\"c\":1}");
    }

    @Test
    void writesEveryScalarAndEscapesText() {
        assertThat(Json.write(Arrays.asList("say \"no\"\n", 12L, 0.5, true, null)))
                .isEqualTo("[\"say \\\"no\\\"\\n\",12,0.5,true,null]");
    }

    @Test
    void refusesWhatItWouldHaveToReadByReflection() {
        assertThatThrownBy(() -> Json.write(List.of(new StringBuilder())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No JSON for a value of class java.lang.StringBuilder");
    }
}
