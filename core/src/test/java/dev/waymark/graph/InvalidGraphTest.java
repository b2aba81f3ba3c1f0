package dev.waymark.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.revision.RevisionInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidGraphTest {

    @Test
    void namesEveryContradictionAtOnce() {
        assertThatThrownBy(() -> Revisions.graph(
                        "001 # core",
                        "001",
                        "002 < 001 # core",
                        "003 < 002 # 002",
                        "004 < 003_add_rename_proposals",
                        "005 < 005 004 ~ cora",
                        "006 < 005 ~ 006 nowhere_near_anything",
                        "c1 < c3",
                        "c2 < c1",
                        "c3 < c2",
                        "d1 ~ d2",
                        "d2 < d1"))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                The migrations can't be used:
                  '001' is the id of 2 revisions.
                  label '002', on '003', is also the id of a revision.
                  label 'core' is given more than once: to '001' and '002'.
                  '004' revises '003_add_rename_proposals', which does not exist; did you mean '003'?
                  '005' revises itself.
                  '005' depends on 'cora', which is no id and no label; did you mean 'core'?
                  '006' depends on itself.
                  '006' depends on 'nowhere_near_anything', which is no id and no label.
                  'c1', 'c2', 'c3' descend from each other in a cycle, by 'revises'.
                  'd1', 'd2' require each other in a cycle, by way of 'dependsOn'.
                The database was not touched.
                To fix this: correct the named migrations and build again.""");
    }

    @Test
    void namesKindAndSubjectOfEachContradiction() {
        InvalidMigrationsException invalid = catchThrowableOfType(
                InvalidMigrationsException.class, () -> Revisions.graph("a", "b < a gone", "c < b ~ lost"));

        assertThat(invalid.problems())
                .containsExactly(
                        new Problem(Kind.UNKNOWN_PARENT, "b", "'b' revises 'gone', which does not exist."),
                        new Problem(
                                Kind.UNKNOWN_DEPENDENCY, "c", "'c' depends on 'lost', which is no id and no label."));
    }

    @Test
    void refusesAnEdgeThatIsThereTwice() {
        assertThat(problems("a # lab", "b < a a", "c < b ~ a lab"))
                .containsExactly("'b' revises 'a' more than once.", "'c' depends on 'a' more than once.");
    }

    @Test
    void leavesOutOfACycleWhatMerelyHangsOnIt() {
        assertThat(problems("below", "a < b below", "b < a", "between < b", "c < between d", "d < c", "above < d"))
                .containsExactly(
                        "'a', 'b' descend from each other in a cycle, by 'revises'.",
                        "'c', 'd' descend from each other in a cycle, by 'revises'.");
    }

    @Test
    void refusesALabelGivenTwiceToOneRevision() {
        assertThat(problems("a # lab lab")).containsExactly("label 'lab' is given more than once: to 'a' and 'a'.");
    }

    @Test
    void takesADependencyOnAParentOrAnAncestorForGranted() {
        RevisionGraph graph = Revisions.graph("a", "b < a ~ a", "c < b ~ a");

        assertThat(Revisions.texts(graph.requires(Revisions.id("b")))).containsExactly("a");
        assertThat(Revisions.texts(graph.requires(Revisions.id("c")))).containsExactly("b", "a");
    }

    @ParameterizedTest
    @CsvSource({
        "003_add_rename_proposals, '003'",
        "add_bpm_to_meta, 'add_bpm_to_metadata'",
        "shoppingcard, 'shop.cart'",
        "ad_genre, 'add_genre'",
        "something_else,",
    })
    void suggestsTheNearestId(String unknown, String suggested) {
        List<String> problems = problems(
                "003", "00 < 003", "add_bpm_to_metadata", "add_genre", "shop.cart # shoppingcart", "x < " + unknown);
        String suggestion = suggested == null ? "." : "; did you mean '%s'?".formatted(suggested);

        assertThat(problems.get(0)).startsWith("'x' revises '%s', which does not exist".formatted(unknown));
        assertThat(problems.get(0)).contains(suggestion.replace("'?", "'"));
    }

    @Test
    void saysTheSameWhateverTheOrder() {
        assertThat(problems("a < b", "b < a", "c # lab", "d # lab", "e < gone"))
                .isEqualTo(problems("e < gone", "d # lab", "c # lab", "b < a", "a < b"));
    }

    private static List<String> problems(String... revisions) {
        List<RevisionInfo> infos = Revisions.of(revisions);
        return catchThrowableOfType(InvalidMigrationsException.class, () -> RevisionGraph.of(infos)).problems().stream()
                .map(Problem::text)
                .toList();
    }
}
