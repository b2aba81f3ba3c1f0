package dev.waymark.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of change is seen, made and undone; nothing else is. */
class DetectionIT {

    static Stream<DiffCase> cases() {
        return Stream.of("tables", "columns", "indexes", "constraints", "types", "others", "renames")
                .flatMap(DiffCase::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isSeenMadeAndUndone(DiffCase one) {
        try (DiffDatabase walked = DiffDatabase.of(one.before());
                DiffDatabase goal = DiffDatabase.of(one.after())) {
            SchemaSnapshot before = walked.snapshot();
            SchemaSnapshot after = goal.snapshot();
            Set<String> linesBefore = Set.copyOf(walked.lines());
            SchemaDiff diff = SchemaDiff.between(before, after);

            assertThat(diff.changes().stream().map(DetectionIT::words))
                    .containsExactlyInAnyOrderElementsOf(one.changes());
            assertThat(Renames.candidates(before, after, Set.of()).stream().map(RenameCandidate::question))
                    .isEqualTo(one.renames());

            walked.apply(diff.up());

            assertThat(Set.copyOf(walked.lines())).isEqualTo(Set.copyOf(goal.lines()));
            assertThat(walked.snapshot().text()).isEqualTo(after.text());

            walked.apply(diff.down());

            assertThat(Set.copyOf(walked.lines())).isEqualTo(linesBefore);
            assertThat(walked.snapshot().text()).isEqualTo(before.text());
        }
    }

    private static String words(Change change) {
        ObjectId id = change.to().or(change::from).map(SchemaObject::id).orElseThrow();
        return change.kind().name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
