package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ids of new revisions. */
class RevisionIdsTest {

    private static final RevisionOptions OPTIONS = RevisionOptions.inPackage("");
    private static final Set<RevisionId> ALL = Set.of(
            new RevisionId("001"),
            new RevisionId("002"),
            new RevisionId("008"),
            new RevisionId("009"),
            new RevisionId("0099"),
            new RevisionId("99"),
            new RevisionId("ae10"));

    @Test
    void numbersGoOnInTheirWidth() {
        assertThat(ids("008", "009").next(2)).containsExactly("010", "011");
        assertThat(ids("0099").next(1)).containsExactly("0100");
        assertThat(ids("99").next(1)).containsExactly("100");
        assertThat(ids().next(1)).containsExactly("001");
    }

    @Test
    void whereTheHeadIsNoNumberIdsAreRandom() {
        assertThat(ids("001", "ae10").next(2)).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{12}"));
    }

    @Test
    void thoseAfterAGivenOneFollowIt() {
        assertThat(new RevisionIds(graph("001"), ALL, OPTIONS.withId("020")).next(2))
                .containsExactly("020", "021");
        assertThat(new RevisionIds(graph("001"), ALL, OPTIONS.withId("takes")).next(3))
                .containsExactly("takes", "takes_2", "takes_3");
    }

    @Test
    void theyReviseTheHeadOrWhatIsNamed() {
        assertThat(ids("001", "002").revises()).containsExactly("002");
        assertThat(ids().revises()).isEmpty();
        assertThat(new RevisionIds(graph("001", "002"), ALL, OPTIONS.withRevises("001")).revises())
                .containsExactly("001");
    }

    // 001 (here) -- 002 (here)   graph_001 (elsewhere)
    @Test
    void aBranchOfAnotherDatabaseIsNotGoneOnWith() {
        List<RevisionInfo> revisions = new ArrayList<>(graph("001", "002").revisions());
        revisions.add(
                new RevisionInfo(new RevisionId("graph_001"), List.of(), "", List.of(), List.of("002"), true, ""));

        RevisionIds ids = new RevisionIds(RevisionGraph.of(revisions), ALL, OPTIONS);

        assertThat(ids.revises()).containsExactly("002");
        assertThat(ids.next(1)).containsExactly("003");
    }

    // 001 (here) -- 002 (here) -- graph_001 (elsewhere)
    @Test
    void aRevisionOfAnotherDatabaseOnTheSameBranchIsRevised() {
        RevisionIds ids = new RevisionIds(graph("001", "002", "graph_001"), ALL, OPTIONS);

        assertThat(ids.revises()).containsExactly("graph_001");
    }

    private static RevisionIds ids(String... line) {
        return new RevisionIds(graph(line), ALL, OPTIONS);
    }

    private static RevisionGraph graph(String... line) {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (int at = 0; at < line.length; at++) {
            List<RevisionId> parents = at == 0 ? List.of() : List.of(new RevisionId(line[at - 1]));
            revisions.add(new RevisionInfo(new RevisionId(line[at]), parents, "", List.of(), List.of(), true, ""));
        }
        return RevisionGraph.of(revisions);
    }
}
