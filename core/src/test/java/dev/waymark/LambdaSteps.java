package dev.waymark;

import dev.waymark.SqlSteps.Artists;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;

/** Revisions whose up is given by the test. */
final class LambdaSteps {

    private LambdaSteps() {}

    /** The given step as 002, between 001 that creates artists and 003 that does nothing. */
    static Migrator migrator(TestDatabase database, Step second) {
        return Migrators.on(database, new Artists(), new Second(second), new Third());
    }

    interface Step {

        void run(SqlContext sql) throws Exception;
    }

    @Revision(id = "002", revises = "001")
    record Second(Step step) implements SqlMigration {

        @Override
        public void up(SqlContext sql) throws Exception {
            step.run(sql);
        }

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "002", revises = "001", transactional = false)
    record Alone(Step step) implements SqlMigration {

        @Override
        public void up(SqlContext sql) throws Exception {
            step.run(sql);
        }

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "003", revises = "002")
    record Third() implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {}
    }
}
