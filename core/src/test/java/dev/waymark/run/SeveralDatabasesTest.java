package dev.waymark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.StepFailedException;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.InMemoryDatabase.WordMigration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One graph, two databases: steps go to the one they name, in the order of the graph, and each keeps its own history.
 */
class SeveralDatabasesTest {

    private final InMemoryDatabase songs = new InMemoryDatabase("songs");
    private final InMemoryDatabase links = new InMemoryDatabase("links");
    private final List<Registration> registrations = new ArrayList<>();

    // song1 (songs) -- link1 (links) -- song2 (songs)
    @BeforeEach
    void register() {
        register("song1", "songs");
        register("link1", "links", "song1");
        register("song2", "songs", "link1");
    }

    @Test
    void eachStepGoesToItsDatabase() {
        UpgradeReport report = runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);

        assertThat(report.steps())
                .extracting(step -> step.step().id().value())
                .containsExactly("song1", "link1", "song2");
        assertThat(songs.words()).containsExactly("song1", "song2");
        assertThat(links.words()).containsExactly("link1");
    }

    @Test
    void nothingIsDoneTheSecondTime() {
        runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);

        assertThat(runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD).steps())
                .isEmpty();
    }

    @Test
    void nothingToDoTakesNoLock() {
        runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);
        try (DatabaseSession<Set<String>> somebodyElse = links.open(Settings.defaults())) {
            somebodyElse.lock(waiting -> {});

            assertThat(runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD).steps())
                    .isEmpty();
        }
    }

    @Test
    void nothingToDoReadsTheHeadsOfEachAndNoMore() {
        runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);
        songs.forgetReadings();
        links.forgetReadings();

        runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);

        assertThat(songs.readings()).containsExactly("heads");
        assertThat(links.readings()).containsExactly("heads");
    }

    @Test
    void nothingIsToBeDoneAfterAStamp() {
        runner(Settings.defaults()).stamp(Runner.EVERY_HEAD);

        UpgradeReport report = runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);

        assertThat(report.steps()).isEmpty();
        assertThat(report.to()).containsExactly(new RevisionId("song2"));
    }

    @Test
    void oneDatabaseThatIsBehindIsUpgraded() {
        runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);
        register("link2", "links", "link1");

        UpgradeReport report = runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);

        assertThat(report.steps()).extracting(step -> step.step().id().value()).containsExactly("link2");
    }

    @Test
    void theCheckOfAStartReadsTheHeadsOfEachAndNoMore() {
        runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);
        songs.forgetReadings();

        new Inspector(new DatabaseContract.ListedRevisions(registrations), List.of(songs, links), Settings.defaults())
                .requireUpgraded();

        assertThat(songs.readings()).containsExactly("heads");
    }

    @Test
    void theWayDownIsTheReverse() {
        runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD);

        DowngradeReport report = runner(Settings.defaults()).downgrade("base");

        assertThat(report.steps())
                .extracting(step -> step.step().id().value())
                .containsExactly("song2", "link1", "song1");
        assertThat(songs.words()).isEmpty();
        assertThat(links.words()).isEmpty();
    }

    @Test
    void oneTransactionCannotSpanTwoDatabases() {
        Settings together = Settings.defaults().withTransactions(TransactionScope.RUN);

        assertThatThrownBy(() -> runner(together).upgrade(Runner.EVERY_HEAD))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                        The migrations can't be used:
                          One transaction for the whole run was asked for, and the plan goes through several databases
                        The database was not touched.
                        To fix this: correct the named migrations and build again.""");
        assertThat(songs.words()).isEmpty();
    }

    @Test
    void aRevisionForADatabaseThatIsNotThereIsRefused() {
        register("lost", "attic", "song2");

        assertThatThrownBy(() -> runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessageContaining(
                        "Revision 'lost' is a InMemoryDatabase$WordMigration for the database 'attic', and the migrator has no such database");
        assertThat(songs.words()).isEmpty();
    }

    @Test
    void aMigrationThatCannotBeMadeLeavesWhatCameBeforeIt() {
        RevisionInfo info = new RevisionInfo(
                new RevisionId("bad"), List.of(new RevisionId("song2")), "", List.of(), List.of(), false, "songs");
        registrations.add(new Registration(info, Optional.empty(), WordMigration.class.getName(), () -> {
            throw new IllegalStateException("no such service");
        }));

        assertThatThrownBy(() -> runner(Settings.defaults()).upgrade(Runner.EVERY_HEAD))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("""
                        The up of 'bad' failed: java.lang.IllegalStateException: no such service
                        The step was not begun.
                        Done before it: song1, link1, song2. Not run: nothing.
                        To fix this: correct the migration and build again.""");
        assertThat(songs.words()).containsExactly("song1", "song2");
    }

    private void register(String id, String database, String... revises) {
        RevisionInfo info = new RevisionInfo(
                new RevisionId(id),
                Arrays.stream(revises).map(RevisionId::new).toList(),
                "",
                List.of(),
                List.of(),
                true,
                database);
        registrations.add(new Registration(info, Optional.empty(), WordMigration.class.getName(), () -> new Word(id)));
    }

    private Runner runner(Settings settings) {
        return new Runner(
                new DatabaseContract.ListedRevisions(registrations),
                List.of(songs, links),
                settings,
                event -> {},
                plan -> {});
    }

    private record Word(String word) implements WordMigration {

        @Override
        public void up(Set<String> words) {
            words.add(word);
        }

        @Override
        public void down(Set<String> words) {
            words.remove(word);
        }
    }
}
