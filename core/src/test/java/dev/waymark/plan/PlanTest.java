package dev.waymark.plan;

import static dev.waymark.graph.Revisions.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.revision.RevisionInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final RevisionInfo ADD_BPM =
            new RevisionInfo(id("002"), List.of(id("001")), "Add BPM to metadata", List.of(), List.of(), true, "");
    private static final RevisionInfo INDEX_BPM =
            new RevisionInfo(id("003_index"), List.of(id("002")), "Index \"bpm\"", List.of(), List.of(), false, "");
    private static final RevisionInfo SILENT =
            new RevisionInfo(id("004"), List.of(id("003_index")), "", List.of(), List.of(), true, "");

    @Test
    void isDescribedInAlignedLines() {
        Plan plan = new Plan(
                Direction.UP,
                List.of(id("001")),
                List.of(
                        new Step(ADD_BPM, Direction.UP),
                        new Step(INDEX_BPM, Direction.UP),
                        new Step(SILENT, Direction.UP)));

        assertThat(plan.describe()).isEqualTo("""
                up  002        Add BPM to metadata
                up  003_index  Index "bpm"
                up  004""");
    }

    @Test
    void saysSoWhenThereIsNothingToDo() {
        Plan plan = new Plan(Direction.DOWN, List.of(), List.of());

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.describe()).isEqualTo("Nothing to do.");
        assertThat(plan.toJson()).isEqualTo("{\"version\":1,\"direction\":\"down\",\"heads\":[],\"steps\":[]}");
    }

    @Test
    void hasAJsonForm() {
        Plan plan = new Plan(
                Direction.DOWN,
                List.of(id("003_index")),
                List.of(new Step(INDEX_BPM, Direction.DOWN), new Step(ADD_BPM, Direction.DOWN)));

        assertThat(plan.toJson())
                .isEqualTo(("{'version':1,'direction':'down','heads':['003_index'],'steps':["
                                + "{'revision':'003_index','direction':'down','message':'Index \\'bpm\\'','transactional':false},"
                                + "{'revision':'002','direction':'down','message':'Add BPM to metadata','transactional':true}]}")
                        .replace('\'', '"'));
    }
}
