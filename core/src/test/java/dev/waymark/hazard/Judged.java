package dev.waymark.hazard;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.postgres.SchemaReader;
import dev.waymark.postgres.SnapshotOptions;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Two schemas, and what is said of the way from one to the other.
 *
 * @param before the schema before
 * @param after the schema after
 * @param diff what leads from one to the other
 */
record Judged(SchemaSnapshot before, SchemaSnapshot after, SchemaDiff diff) {

    private static final TestDatabase DATABASE = TestDatabase.create();

    /** The schemas that texts of SQL make in an empty database. */
    static Judged of(String before, String after) {
        SchemaSnapshot from = made(before);
        SchemaSnapshot to = made(after);
        return new Judged(from, to, SchemaDiff.between(from, to));
    }

    private static SchemaSnapshot made(String sql) {
        DATABASE.execute("drop schema public cascade; create schema public; " + sql);
        return snapshot(DATABASE);
    }

    static Judged of(TestDatabase before, TestDatabase after) {
        SchemaSnapshot from = snapshot(before);
        SchemaSnapshot to = snapshot(after);
        return new Judged(from, to, SchemaDiff.between(from, to));
    }

    private static SchemaSnapshot snapshot(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return SchemaReader.read(connection, SnapshotOptions.structure());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Hazard> hazards(DdlStatement statement) {
        return Hazards.of(statement, before, after);
    }

    /** Those of the way up, in its order. */
    List<Hazard> hazards() {
        return diff.up().stream()
                .flatMap(statement -> hazards(statement).stream())
                .toList();
    }

    /** Their kinds and reasons. */
    List<String> said() {
        return hazards().stream()
                .map(hazard -> hazard.kind() + " " + hazard.reason())
                .toList();
    }
}
