package dev.waymark.neo4j;

import dev.waymark.Migrator;
import dev.waymark.MigratorBuilder;
import dev.waymark.Revision;
import dev.waymark.migration.Migration;

/** Revisions whose directions a test gives. */
final class Acts {

    static final Act NOTHING = cypher -> {};

    private Acts() {}

    static MigratorBuilder builder(GraphServer server, Migration<?>... revisions) {
        return Migrator.on(Neo4jDatabase.of(server.driver())).revisions(revisions);
    }

    static Migrator migrator(GraphServer server, Migration<?>... revisions) {
        return builder(server, revisions).build();
    }

    /** One that only goes up. */
    static First first(Act up) {
        return new First(up, NOTHING);
    }

    /** One that only goes up. */
    static Second second(Act up) {
        return new Second(up, NOTHING);
    }

    /** One that only goes up. */
    static Third third(Act up) {
        return new Third(up, NOTHING);
    }

    static Act running(String... statements) {
        return cypher -> {
            for (String statement : statements) {
                cypher.run(statement);
            }
        };
    }

    /** Does something only when the step really runs, not when it is asked what it would run. */
    static void live(CypherContext cypher, Aside aside) throws Exception {
        if (cypher instanceof LiveCypherContext) {
            aside.run();
        }
    }

    /** What happens beside a revision. */
    @FunctionalInterface
    interface Aside {

        void run() throws Exception;
    }

    /** What a revision does. */
    @FunctionalInterface
    interface Act {

        void on(CypherContext cypher) throws Exception;
    }

    @Revision(id = "001", message = "First")
    record First(Act up, Act down) implements CypherMigration {

        @Override
        public void up(CypherContext cypher) throws Exception {
            up.on(cypher);
        }

        @Override
        public void down(CypherContext cypher) throws Exception {
            down.on(cypher);
        }
    }

    @Revision(id = "002", revises = "001", message = "Second")
    record Second(Act up, Act down) implements CypherMigration {

        @Override
        public void up(CypherContext cypher) throws Exception {
            up.on(cypher);
        }

        @Override
        public void down(CypherContext cypher) throws Exception {
            down.on(cypher);
        }
    }

    @Revision(id = "003", revises = "002", message = "Third")
    record Third(Act up, Act down) implements CypherMigration {

        @Override
        public void up(CypherContext cypher) throws Exception {
            up.on(cypher);
        }

        @Override
        public void down(CypherContext cypher) throws Exception {
            down.on(cypher);
        }
    }
}
