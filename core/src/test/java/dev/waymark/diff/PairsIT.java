package dev.waymark.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.waymark.diff.Pairs.Pair;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs of schemas of other people: from the old one to the new one and back, judged by queries that share nothing with
 * the reader. They are not part of this project: the system property {@code waymark.data} says where they are.
 */
class PairsIT {

    /** The pairs that are left with a difference, by their numbers; see decision 014. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "0724", "privileges on objects of extensions are named, not held",
            "0725", "secrets in options are not read",
            "0875", "secrets in options are not read",
            "1720", "operators without a function are named, not held",
            "1934", "no statement says that an inherited column is no longer the child's own");

    private static final int EVERY = 30;

    @BeforeAll
    static void pairsAreThere() {
        assumeTrue(Files.isDirectory(Pairs.folder()), () -> "no pairs of schemas in " + Pairs.folder());
    }

    /** Those that a plain build tries. */
    @Nested
    class Sample {

        static Stream<Pair> pairs() {
            List<Pair> all = Pairs.all().toList();
            return IntStream.range(0, all.size()).filter(at -> at % EVERY == 0).mapToObj(all::get);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("pairs")
        void isWalkedUpAndDown(Pair pair) {
            walk(pair);
        }
    }

    /** All of them. */
    @Nested
    @Tag("full")
    class EveryPair {

        static Stream<Pair> pairs() {
            return Pairs.all();
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("pairs")
        void isWalkedUpAndDown(Pair pair) {
            walk(pair);
        }
    }

    private static void walk(Pair pair) {
        List<String> problems = PairTrial.problems(pair, pair);

        String exception = EXCEPTIONS.get(pair.name().substring(0, 4));
        assertThat(problems)
                .as(exception == null ? "what is wrong" : "an exception that is none any more: " + exception)
                .matches(found -> found.isEmpty() == (exception == null));
    }
}
