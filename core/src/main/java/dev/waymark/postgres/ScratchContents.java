package dev.waymark.postgres;

import dev.waymark.error.ScratchException;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import dev.waymark.session.Script;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is in a scratch database.
 *
 * @param database the database
 */
record ScratchContents(PostgresDatabase database) {

    /** What every database has. */
    private static final Set<ObjectId> OF_ALL =
            Set.of(ObjectId.of(ObjectKind.SCHEMA, "public"), ObjectId.of(ObjectKind.EXTENSION, "plpgsql"));

    /** Waymark's own tables count too, and no schema has an empty name; so do default privileges. */
    private static final SnapshotOptions ALL =
            new SnapshotOptions(EnumSet.of(SnapshotOptions.Part.OWNERS), "", "waymark");

    private static final String LARGE_OBJECTS = "select 1 from pg_catalog.pg_largeobject_metadata limit 1";

    void requireNone() {
        List<String> found = new ArrayList<>(found());
        if (hasLargeObjects()) {
            found.add("large objects");
        }
        if (!found.isEmpty()) {
            throw ScratchException.notEmpty(database.description(), found);
        }
    }

    private boolean hasLargeObjects() {
        try (Lent lent = database.connect();
                Statement statement = lent.connection().createStatement();
                ResultSet rows = statement.executeQuery(LARGE_OBJECTS)) {
            return rows.next();
        } catch (SQLException e) {
            throw ScratchException.notEmptied(database.description(), SqlErrors.firstLine(e), e);
        }
    }

    /** Drops all that is there. */
    void remove() {
        try (Lent lent = database.connect()) {
            Sql.execute(lent.connection(), Script.read(ScratchContents.class, "scratch/subscriptions.sql"));
            Sql.execute(lent.connection(), Script.read(ScratchContents.class, "scratch/empty.sql"));
        } catch (SQLException e) {
            throw ScratchException.notEmptied(database.description(), SqlErrors.firstLine(e), e);
        }
        List<String> left = found();
        if (!left.isEmpty()) {
            throw ScratchException.notEmptied(database.description(), "it still has " + left.get(0), null);
        }
    }

    /** A database that has any can't be dropped. */
    void removeSubscriptions() throws SQLException {
        try (Lent lent = database.connect()) {
            Sql.execute(lent.connection(), Script.read(ScratchContents.class, "scratch/subscriptions.sql"));
        }
    }

    private List<String> found() {
        SchemaSnapshot snapshot = database.snapshot(ALL);
        return Stream.concat(
                        snapshot.objects().keySet().stream()
                                .filter(id -> !OF_ALL.contains(id))
                                .map(ObjectId::toString),
                        snapshot.unmodelled().stream().filter(name -> !name.startsWith("database setting ")))
                .toList();
    }
}
