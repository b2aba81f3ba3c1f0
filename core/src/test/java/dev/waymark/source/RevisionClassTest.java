package dev.waymark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionClassTest {

    @Test
    void hasTheNameOfItsIdAndMessage() {
        assertThat(name("002", "Add BPM to metadata")).isEqualTo("R002AddBpmToMetadata");
        assertThat(name("a.b_c", "  größe,   jOOQ's \"x\" \u4e2d\u6587! ")).isEqualTo("Ra_b_cGroEJOOQsX");
        assertThat(name("1", "")).isEqualTo("R1");
        assertThat(name("1", "words that go on ".repeat(20)))
                .isEqualTo("R1WordsThatGoOnWordsThatGoOnWordsThatGoOnWordsThatGoOnWordsThatGoOn");
    }

    private static String name(String id, String message) {
        return new RevisionClass(id, List.of(), message, true).name();
    }
}
