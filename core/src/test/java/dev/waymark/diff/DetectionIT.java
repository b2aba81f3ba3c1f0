package dev.waymark.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of change is seen, made and undone; nothing else is. */
class DetectionIT {

    private static final Stage STAGE = Stage.open();

    static Stream<DiffCase> cases() {
        return Stream.of("tables", "columns", "indexes", "constraints", "others", "renames", "regressions")
                .flatMap(DiffCase::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isSeenMadeAndUndone(DiffCase one) {
        Trip trip = Trip.between(STAGE.clear(), List.of(one.before()), List.of(one.after()), STAGE::run);

        assertSeen(one, trip.before(), trip.after());
        trip.check();
    }

    static Stream<DiffCase> casesOfTypes() {
        return DiffCase.of("types");
    }

    /** A value that is added to an enum can be used when it has been committed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("casesOfTypes")
    void isSeenMadeAndUndoneWithCommits(DiffCase one) {
        try (DiffDatabase walked = DiffDatabase.of(one.before());
                DiffDatabase goal = DiffDatabase.of(one.after())) {
            SchemaSnapshot before = walked.snapshot();
            List<String> linesBefore = walked.lines();
            assertSeen(one, before, goal.snapshot());
            SchemaDiff diff = SchemaDiff.between(before, goal.snapshot());

            walked.apply(diff.up());

            assertThat(walked.lines()).containsExactlyInAnyOrderElementsOf(goal.lines());
            assertThat(walked.snapshot().text()).isEqualTo(goal.snapshot().text());

            walked.apply(diff.down());

            assertThat(walked.lines()).containsExactlyInAnyOrderElementsOf(linesBefore);
            assertThat(walked.snapshot().text()).isEqualTo(before.text());
        }
    }

    private static void assertSeen(DiffCase one, SchemaSnapshot before, SchemaSnapshot after) {
        assertThat(SchemaDiff.between(before, after).changes().stream().map(DetectionIT::words))
                .containsExactlyInAnyOrderElementsOf(one.changes());
        assertThat(Renames.candidates(before, after, Set.of()).stream().map(RenameCandidate::question))
                .isEqualTo(one.renames());
    }

    private static String words(Change change) {
        ObjectId id = change.to().or(change::from).map(SchemaObject::id).orElseThrow();
        return change.kind().name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
