package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an index a model of jOOQ could say. */
class IndexTextTest {

    private static final String PLAIN = "CREATE INDEX i ON public.t USING btree (a, \"B, (c\" DESC)";

    @Test
    void columnsAreAllOfAPlainIndex() {
        assertThat(IndexText.of(PLAIN).isPlain()).isTrue();
        assertThat(IndexText.of(PLAIN).elements()).containsExactly("a", "\"B, (c\" DESC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON public.t USING gin (a)",
                "CREATE INDEX i ON public.t USING btree (lower(a))",
                "CREATE INDEX i ON public.t USING btree (((a + 1)))",
                "CREATE INDEX i ON public.t USING btree (a text_pattern_ops)",
                "CREATE INDEX i ON public.t USING btree (a DESC NULLS LAST)",
                "CREATE INDEX i ON public.t USING btree (a COLLATE \"C\")",
                "CREATE INDEX i ON public.t USING btree (a) INCLUDE (b)",
                "CREATE UNIQUE INDEX i ON public.t USING btree (a) NULLS NOT DISTINCT",
                "CREATE INDEX i ON public.t USING btree (a) WITH (fillfactor='70')",
                "CREATE INDEX i ON public.t USING btree (a) WHERE (a > 1)"
            })
    void whatJooqHasNoWordsForIsNotPlain(String definition) {
        assertThat(IndexText.of(definition).isPlain()).isFalse();
    }

    @Test
    void whatAModelDoesNotSayMayBeAsItIs() {
        IndexText said = IndexText.of("CREATE INDEX i ON public.t USING btree (a, b DESC)");

        assertThat(IndexText.of(
                                "CREATE INDEX i ON public.t USING gist (a x_ops (siglen='8'), lower(c), b DESC) WHERE (a > 1)")
                        .isSaidBy(said))
                .isTrue();
        assertThat(IndexText.of("CREATE INDEX i ON public.t USING btree (a, b)").isSaidBy(said))
                .isFalse();
        assertThat(IndexText.of("CREATE UNIQUE INDEX i ON public.t USING btree (a, b DESC)")
                        .isSaidBy(said))
                .isFalse();
    }

    @Test
    void aConditionThatAModelSaysCounts() {
        IndexText said = IndexText.of("CREATE INDEX i ON public.t USING btree (a) WHERE (a > 1)");

        assertThat(IndexText.of("CREATE INDEX i ON public.t USING btree (a) WHERE (a > 1)")
                        .isSaidBy(said))
                .isTrue();
        assertThat(IndexText.of("CREATE INDEX i ON public.t USING btree (a)").isSaidBy(said))
                .isFalse();
    }
}
