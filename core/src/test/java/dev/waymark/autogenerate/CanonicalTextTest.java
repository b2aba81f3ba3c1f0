package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The one form in which PostgreSQL does not print what it has read as it was printed. */
class CanonicalTextTest {

    @Test
    void aCastOfAnArrayBecomesACastOfItsElements() {
        assertThat(
                        CanonicalText.of(
                                "CHECK (((a)::text = ANY ((ARRAY['x'::character varying, 'it''s, y'::character varying(3)])::text[])))"))
                .isEqualTo(
                        "CHECK (((a)::text = ANY (ARRAY[('x'::character varying)::text, ('it''s, y'::character varying(3))::text])))");
    }

    @Test
    void everyListOfATextIsTurned() {
        String one = "(a = ANY ((ARRAY['x'::character varying])::text[]))";

        assertThat(CanonicalText.of(one + " OR " + one)).doesNotContain("(ARRAY['x'::character varying])");
    }

    @Test
    void otherTextsStayAsTheyAre() {
        assertThat(CanonicalText.of("(a = ANY (ARRAY['x'::text, 'y'::text]))"))
                .isEqualTo("(a = ANY (ARRAY['x'::text, 'y'::text]))");
        assertThat(CanonicalText.of("f((ARRAY[1, 2])::bigint[])")).isEqualTo("f((ARRAY[1, 2])::bigint[])");
    }
}
