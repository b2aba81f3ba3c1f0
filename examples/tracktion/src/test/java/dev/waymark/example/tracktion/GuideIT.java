package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.Migrator;
import dev.waymark.error.IrreversibleRevisionException;
import dev.waymark.example.guide.PlaysAddPlays;
import dev.waymark.example.guide.R010AddTempoToRecordings;
import dev.waymark.example.guide.R011AddTitleToRecordings;
import dev.waymark.example.guide.R012IndexRecordingsByTitle;
import dev.waymark.example.guide.R013WriteHashesInLowerCase;
import dev.waymark.migration.Migration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The migrations of the guide do what the guide says. */
class GuideIT {

    @RegisterExtension
    static final Server server = new Server();

    private DataSource database;
    private Migrator migrator;

    @BeforeEach
    void upgradeToTheEndOfTracktion() throws SQLException {
        database = server.emptyDatabase();
        migrator = Migrator.postgres(database).revisions(revisions()).build();
        migrator.upgrade("009");
    }

    @Test
    void dataIsBroughtAlong() throws SQLException {
        Server.execute(database, """
                insert into recordings (file_path, file_name, sha256_hash)
                values ('/music/Blue_Monday.flac', 'Blue_Monday.flac', 'C0FFEE')
                """);

        migrator.upgrade();

        assertThat(row("select title, sha256_hash, bpm from recordings"))
                .containsExactly("Blue Monday", "c0ffee", null);
    }

    @Test
    void everyReversibleOneLeavesNoTrace() throws SQLException {
        List<String> before = Catalog.of(database);

        migrator.upgrade("012", "plays@head");
        migrator.downgrade("plays@base");
        migrator.downgrade("009");

        assertThat(Catalog.of(database)).containsExactlyElementsOf(before);
    }

    @Test
    void thereIsNoWayBackThroughTheIrreversibleOne() throws SQLException {
        migrator.upgrade("013");
        List<String> before = Catalog.of(database);

        assertThatThrownBy(() -> migrator.downgrade("009"))
                .isInstanceOf(IrreversibleRevisionException.class)
                .hasMessage("""
                        Revision '013' can't be undone: which hashes had capital letters is not known any more
                        Nothing was run; the database is as it was.
                        To fix this: stay above that revision, or restore a backup taken before it.""");
        assertThat(Catalog.of(database)).containsExactlyElementsOf(before);
    }

    private static Migration<?>[] revisions() {
        return Stream.concat(
                        Stream.of(Revisions.all()),
                        Stream.of(
                                new R010AddTempoToRecordings(),
                                new R011AddTitleToRecordings(),
                                new R012IndexRecordingsByTitle(),
                                new R013WriteHashesInLowerCase(),
                                new PlaysAddPlays()))
                .toArray(Migration<?>[]::new);
    }

    private List<String> row(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Arrays.asList(row.getString(1), row.getString(2), row.getString(3));
        }
    }
}
