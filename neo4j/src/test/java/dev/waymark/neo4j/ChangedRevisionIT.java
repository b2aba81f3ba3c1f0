package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.ChangedRevisionException;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.neo4j.Acts.Act;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.Registration;
import dev.waymark.run.RevisionSource;
import dev.waymark.run.Runner;
import dev.waymark.run.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A revision whose source has changed since it was applied is judged by what it runs. */
class ChangedRevisionIT {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    private static final Act CREATE = Acts.running("CREATE (:Album {title: 'Post'})");

    private final Graph graph = new Graph(SERVER);

    @Test
    void aRefactoringThatRunsTheSameIsRecordedAgain() {
        runner("before", CREATE).upgrade(Runner.EVERY_HEAD);

        runner("after", cypher -> cypher.run("CREATE (:Album {title: $title})", Map.of("title", "Post")))
                .upgrade(Runner.EVERY_HEAD);

        assertThat(graph.recorded("001", "checksum")).isEqualTo("after");
        assertThat(graph.log()).containsExactly("upgrade 001", "refresh 001");
        assertThat(graph.count("Album")).isOne();
    }

    @Test
    void aChangeOfWhatItRunsIsRefusedAndShown() {
        runner("before", CREATE).upgrade(Runner.EVERY_HEAD);

        assertThatThrownBy(() -> runner("after", Acts.running("CREATE (:Album {title: 'Debut'})"))
                        .upgrade(Runner.EVERY_HEAD))
                .isInstanceOf(ChangedRevisionException.class)
                .hasMessageStartingWith("""
                        Revision '001' was changed after it had been applied.
                        What ran:
                          CREATE (:Album {title: 'Post'})
                        What the code would run now:
                          CREATE (:Album {title: 'Debut'})""");
        assertThat(graph.recorded("001", "checksum")).isEqualTo("before");
    }

    @Test
    void acceptRecordsItAsTheCodeHasItNow() {
        runner("before", CREATE).upgrade(Runner.EVERY_HEAD);
        Runner changed = runner("after", Acts.running("CREATE (:Album {title: 'Debut'})"));

        changed.accept("001");

        assertThat(changed.upgrade(Runner.EVERY_HEAD).steps()).isEmpty();
        assertThat(graph.log()).containsExactly("upgrade 001", "accept 001");
    }

    private static Runner runner(String checksum, Act up) {
        return new Runner(
                new Checked(checksum, Acts.first(up)),
                List.of(Neo4jDatabase.of(SERVER.driver())),
                Settings.defaults(),
                event -> {},
                plan -> {});
    }

    private record Checked(String checksum, CypherMigration migration) implements RevisionSource {

        private static final RevisionInfo INFO =
                new RevisionInfo(new RevisionId("001"), List.of(), "First", List.of(), List.of(), true, "");

        @Override
        public Map<RevisionId, String> headDigests() {
            return RevisionGraph.of(List.of(INFO)).digests(Map.of(INFO.id(), checksum));
        }

        @Override
        public List<Registration> registrations() {
            return List.of(
                    new Registration(INFO, Optional.of(checksum), CypherMigration.class.getName(), () -> migration));
        }
    }
}
