package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.SnapshotOptions;
import dev.waymark.schema.SchemaSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the guide shows of snapshots is what they are. */
class SnapshotGuideIT {

    private static final String TRACK = """
            create table track (
                id    integer generated always as identity primary key,
                title text not null default 'untitled',
                bpm   numeric(6, 2),
                constraint bpm_is_positive check (bpm > 0)
            );
            create index track_title on track (lower(title)) where bpm is not null;
            comment on column track.bpm is 'beats per minute'
            """;

    @RegisterExtension
    static final Server server = new Server();

    private static String guide;
    private static SchemaSnapshot track;

    @BeforeAll
    static void read() throws IOException, SQLException {
        guide = Files.readString(Path.of("..", "..", "docs", "guide", "snapshots.md"));
        track = snapshot(server.databaseWith(TRACK));
    }

    @Test
    void theTextIsThatOfTheGuide() {
        assertThat(guide).contains("```text\n" + track.text() + "```");
    }

    @Test
    void theJsonIsThatOfTheGuide() {
        int start = guide.indexOf("```json\n") + "```json\n".length();
        String column = guide.substring(start, guide.indexOf("```", start)).replaceAll("\n *", "");

        assertThat(track.toJson()).startsWith("{\"version\":1,").contains(column);
    }

    private static SchemaSnapshot snapshot(DataSource dataSource) {
        SchemaSnapshot snapshot = PostgresDatabase.of(dataSource).snapshot(SnapshotOptions.structure());
        return snapshot;
    }
}
