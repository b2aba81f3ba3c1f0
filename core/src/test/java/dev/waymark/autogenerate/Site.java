package dev.waymark.autogenerate;

import dev.waymark.migration.Migration;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.Scratch;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.Registration;
import dev.waymark.run.RevisionSource;
import dev.waymark.run.Runner;
import dev.waymark.run.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database, a server for scratch databases, and revisions that run the given SQL one after another. */
final class Site implements RevisionSource {

    private final TestDatabase database = TestDatabase.create();
    private final List<Registration> revisions = new ArrayList<>();

    /** Revisions 001, 002 and so on. */
    static Site at(String... ups) {
        Site site = new Site();
        for (int at = 1; at <= ups.length; at++) {
            site.revise("%03d".formatted(at), at == 1 ? List.of() : List.of("%03d".formatted(at - 1)), ups[at - 1]);
        }
        return site;
    }

    Site revise(String id, List<String> revises, String up) {
        revisions.add(registration(id, revises, new Sql(up, "select 1")));
        return this;
    }

    Site revise(String id, List<String> revises, SqlMigration migration) {
        revisions.add(registration(id, revises, migration));
        return this;
    }

    private static Registration registration(String id, List<String> revises, Migration<SqlContext> migration) {
        RevisionInfo info = new RevisionInfo(
                new RevisionId(id),
                revises.stream().map(RevisionId::new).toList(),
                "Revision " + id,
                List.of(),
                List.of(),
                true,
                "");
        return new Registration(info, Optional.empty(), SqlMigration.class.getName(), () -> migration);
    }

    TestDatabase database() {
        return database;
    }

    Scratch scratch() {
        return Scratch.onServer(url("postgres"));
    }

    String url(String name) {
        return "postgresql://postgres@localhost:%d/%s".formatted(database.port(), name);
    }

    Autogenerate autogenerate() {
        return autogenerate(scratch());
    }

    Autogenerate autogenerate(Scratch scratch) {
        return Autogenerate.of(this, List.of(PostgresDatabase.of(database.dataSource())), Settings.defaults(), scratch);
    }

    /** Applies all revisions to the database. */
    Site upgraded() {
        new Runner(
                        this,
                        List.of(PostgresDatabase.of(database.dataSource())),
                        Settings.defaults(),
                        event -> {},
                        plan -> {})
                .upgrade(Runner.EVERY_HEAD);
        return this;
    }

    /** The names of the scratch databases that are there. */
    List<String> scratchDatabases() {
        return database.query("select datname from pg_database where datname like 'waymark_scratch_%'");
    }

    @Override
    public Map<RevisionId, String> headDigests() {
        return new ScratchRevisions(revisions).headDigests();
    }

    @Override
    public List<Registration> registrations() {
        return List.copyOf(revisions);
    }

    private record Sql(String upwards, String downwards) implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute(upwards);
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute(downwards);
        }
    }
}
