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
import java.util.stream.Stream;

/**
 * Two schemas, and what is said of the way from one to the other.
 *
 * @param before the schema before
 * @param after the schema after
 * @param diff what leads from one to the other
 */
record Judged(SchemaSnapshot before, SchemaSnapshot after, SchemaDiff diff) {

    /** The schemas that texts of SQL make in empty databases. */
    static Judged of(String before, String after) {
        return of(made(before), made(after));
    }

    static Judged of(TestDatabase before, TestDatabase after) {
        SchemaSnapshot from = snapshot(before);
        SchemaSnapshot to = snapshot(after);
        return new Judged(from, to, SchemaDiff.between(from, to));
    }

    private static TestDatabase made(String sql) {
        TestDatabase database = TestDatabase.create();
        database.execute(sql);
        return database;
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

    /** The kinds of all hazards of the way up, in its order. */
    List<HazardKind> kinds() {
        return hazards().map(Hazard::kind).toList();
    }

    Stream<Hazard> hazards() {
        return diff.up().stream().flatMap(statement -> hazards(statement).stream());
    }
}
