package dev.waymark.benchmark;

import dev.waymark.diff.SchemaDiff;
import dev.waymark.postgres.SchemaReader;
import dev.waymark.postgres.SnapshotOptions;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** The main class of a forked process that reads a schema, or compares two. */
final class SnapshotTrial {

    /** What is timed. */
    enum Work {
        READ("snapshot"),
        DIFF_SAME("diff with itself"),
        DIFF_CHANGED("diff of 50 changed tables"),
        DIFF_NOTHING("diff from nothing, up and down");

        private final String title;

        Work(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final int CHANGED = 50;

    private SnapshotTrial() {}

    /**
     * Runs the trial.
     *
     * @param arguments the work, the JDBC URL of a schema, that of an empty database, the number of calls
     * @throws Exception if the schema can't be read
     */
    public static void main(String[] arguments) throws Exception {
        Work work = Work.valueOf(arguments[0]);
        Contender contender = work == Work.READ ? () -> read(arguments[1]) : diff(work, arguments[1], arguments[2]);
        Outcome.print(Calls.time(contender, Integer.parseInt(arguments[3])));
    }

    static SchemaSnapshot read(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return SchemaReader.read(connection, SnapshotOptions.complete());
        }
    }

    private static Contender diff(Work work, String url, String empty) throws SQLException {
        SchemaSnapshot to = read(url);
        SchemaSnapshot from =
                switch (work) {
                    case DIFF_NOTHING -> read(empty);
                    case DIFF_CHANGED -> changed(to);
                    default -> read(url);
                };
        boolean differs = work != Work.DIFF_SAME;
        return () -> refuseUnless(differs, SchemaDiff.between(from, to));
    }

    private static void refuseUnless(boolean differs, SchemaDiff diff) {
        if (diff.up().isEmpty() == differs || diff.down().isEmpty() == differs) {
            throw new IllegalStateException("%d statements up and %d down"
                    .formatted(diff.up().size(), diff.down().size()));
        }
    }

    /** One column of each of some tables has another type. */
    private static SchemaSnapshot changed(SchemaSnapshot snapshot) {
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(snapshot.objects());
        snapshot.objects(ObjectKind.COLUMN).stream()
                .filter(column -> column.id().name().equals("ratio"))
                .limit(CHANGED)
                .forEach(column -> {
                    SortedMap<String, String> attributes = new TreeMap<>(column.attributes());
                    attributes.put("type", "real");
                    objects.put(
                            column.id(), new SchemaObject(column.id(), column.position(), attributes, column.lists()));
                });
        return new SchemaSnapshot(snapshot.user(), objects, snapshot.dependencies(), snapshot.unmodelled());
    }
}
