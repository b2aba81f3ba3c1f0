package dev.waymark.graph;

import static dev.waymark.graph.Revisions.graph;
import static dev.waymark.graph.Revisions.id;
import static dev.waymark.graph.Revisions.ids;
import static dev.waymark.graph.Revisions.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.AmbiguousTargetException;
import dev.waymark.error.NoSuchTargetException;
import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionInfo;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    //   a --- b --- d     x --- y
    //    \-- c --/              |
    //         ...........needs..e
    private final RevisionGraph graph =
            graph("x", "y < x", "e < y ~ left", "a", "b < a", "c < a # left", "d < b c # top");

    @Test
    void ordersRevisionsAfterAllThatTheyRequireAndOtherwiseById() {
        assertThat(graph.revisions().stream().map(RevisionInfo::id)).isEqualTo(ids("a", "b", "c", "d", "x", "y", "e"));
    }

    @Test
    void tellsParentsFromDependencies() {
        assertThat(graph.requires(id("e"))).isEqualTo(ids("y", "c"));
        assertThat(graph.dependsOn(id("e"))).isEqualTo(ids("c"));
        assertThat(graph.revisedBy(id("a"))).isEqualTo(ids("b", "c"));
        assertThat(graph.revision(id("d")).revises()).isEqualTo(ids("b", "c"));
    }

    @Test
    void tellsHeadsThatNothingRevisesFromHeadsThatNothingRequires() {
        RevisionGraph depended = graph("a", "b ~ a");

        assertThat(texts(graph.bases())).containsExactly("a", "x");
        assertThat(texts(depended.heads())).containsExactly("a", "b");
        assertThat(texts(depended.effectiveHeads())).containsExactly("b");
    }

    @Test
    void knowsItsBranchPoints() {
        assertThat(graph.branches()).isEqualTo(Map.of(id("a"), ids("b", "c")));
    }

    @Test
    void followsRequirementsBothWays() {
        assertThat(texts(graph.upTo(ids("e")))).containsExactly("a", "c", "x", "y", "e");
        assertThat(texts(graph.from(ids("c")))).containsExactly("c", "d", "e");
        assertThat(texts(graph.descendants(ids("c")))).containsExactly("c", "d");
        assertThat(texts(graph.lineage(id("c")))).containsExactly("a", "c", "d");
    }

    @Test
    void tellsTheHeadsOfASetFromTheHeadsOfItsBranches() {
        assertThat(texts(graph.headsOf(graph.upTo(ids("e"))))).containsExactly("e");
        assertThat(texts(graph.branchHeadsOf(graph.upTo(ids("e"))))).containsExactly("c", "e");
    }

    @Test
    void findsTheHeadOfASetFromWhichSomethingIsMissing() {
        assertThat(texts(graph.headsOf(ids("a", "d")))).containsExactly("d");
    }

    @Test
    void spreadsALabelDownToTheFirstBranchPointOrMerge() {
        RevisionGraph spread = graph("r", "s < r # lab", "t < s", "u < s", "m < t u", "n < m # late", "o < n");

        assertThat(spread.labels(id("r"))).containsExactly(new Label("lab"));
        assertThat(spread.labels(id("t"))).containsExactly(new Label("lab"));
        assertThat(spread.labels(id("m"))).containsExactly(new Label("lab"));
        assertThat(spread.labels(id("o"))).containsExactly(new Label("lab"), new Label("late"));
    }

    @Test
    void letsALabelStandWhereverAnIdMay() {
        assertThat(graph.named("left")).isEqualTo(id("c"));
        assertThat(graph.named("lef")).isEqualTo(id("c"));
        assertThat(graph.contains(id("left"))).isFalse();
    }

    @Test
    void refusesANameThatPointsNowhere() {
        assertThatThrownBy(() -> graph.named("lift"))
                .isInstanceOfSatisfying(NoSuchTargetException.class, refused -> assertThat(refused.suggestions())
                        .containsExactly("left"))
                .hasMessage("""
                No revision and no label is named 'lift', and none longer than three characters begins so.
                The database was not touched.
                To fix this: name an existing revision; did you mean 'left'?""");
        assertThatThrownBy(() -> graph.revision(id("q.q.q")))
                .isInstanceOf(NoSuchTargetException.class)
                .hasMessage("""
                No revision and no label is named 'q.q.q', and none longer than three characters begins so.
                The database was not touched.
                To fix this: name one of the ids or labels that history shows.""");
    }

    @Test
    void refusesABeginningOfSeveralNames() {
        RevisionGraph prefixes = graph("abcd1111", "abcd2222 < abcd1111", "zz < abcd2222 # abc.label");

        assertThatThrownBy(() -> prefixes.named("abc"))
                .isInstanceOfSatisfying(AmbiguousTargetException.class, refused -> assertThat(refused.candidates())
                        .containsExactly("abc.label", "abcd1111", "abcd2222"))
                .hasMessage("""
                'abc' is ambiguous: several ids or labels begin so.
                The database was not touched.
                To fix this: ask for one of 'abc.label', 'abcd1111', 'abcd2222'.""");
    }

    @Test
    void takesABeginningOfAnIdAndALabelOfOneRevisionForThatRevision() {
        assertThat(graph("release1 # release").named("rel")).isEqualTo(id("release1"));
    }

    @Test
    void digestsARevisionTogetherWithAllThatItRequires() throws Exception {
        RevisionGraph two = graph("a", "b < a");
        String a = sha256("1:a" + "0:");
        String b = sha256("1:b" + "3:sum" + "64:" + a);

        assertThat(two.digests(Map.of(id("b"), "sum"))).isEqualTo(Map.of(id("a"), a, id("b"), b));
    }

    @Test
    void isAGraphEvenWithoutRevisions() {
        RevisionGraph empty = RevisionGraph.of(List.of());

        assertThat(empty.revisions()).isEmpty();
        assertThat(empty.heads()).isEmpty();
        assertThat(empty.digests(Map.of())).isEmpty();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
