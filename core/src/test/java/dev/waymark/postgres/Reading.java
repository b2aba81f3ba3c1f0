package dev.waymark.postgres;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;

/** Databases for tests that read a schema. */
final class Reading {

    private static final Set<ObjectKind> ALWAYS_THERE = EnumSet.of(ObjectKind.SCHEMA);

    private Reading() {}

    /** A fresh database with a schema in it. */
    static TestDatabase of(String ddl) {
        TestDatabase database = TestDatabase.create();
        database.execute(ddl);
        return database;
    }

    static SchemaSnapshot read(TestDatabase database, SnapshotOptions options) {
        try (Connection connection = database.dataSource().getConnection()) {
            return SchemaReader.read(connection, options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static SchemaSnapshot structure(String ddl) {
        return read(of(ddl), SnapshotOptions.structure());
    }

    /** The text of what some statements make, without owners and privileges, and without what is always there. */
    static String text(String ddl) {
        return structure(ddl).filter(id -> !ALWAYS_THERE.contains(id.kind())).text();
    }

    /** The text of the objects of some kinds. */
    static String text(String ddl, ObjectKind kind, ObjectKind... more) {
        return structure(ddl).filter(of(EnumSet.of(kind, more))).text();
    }

    private static Predicate<ObjectId> of(Set<ObjectKind> kinds) {
        return id -> kinds.contains(id.kind());
    }

    /** Makes a role of the server, which all tests share, unless it is there. */
    static String role(String name) {
        return "do $$ begin create role " + name + " login; exception when duplicate_object then null; end $$;\n";
    }

    static int version() {
        return Integer.parseInt(
                        new TestDatabase("postgres", TestDatabase.create().port())
                                .query("show server_version_num")
                                .get(0))
                / 10_000;
    }

    static void needs(int version) {
        Assumptions.assumeTrue(version() >= version, () -> "PostgreSQL " + version + " or newer");
    }
}
