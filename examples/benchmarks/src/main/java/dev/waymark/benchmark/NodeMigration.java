package dev.waymark.benchmark;

import ac.simons.neo4j.migrations.core.JavaBasedMigration;
import ac.simons.neo4j.migrations.core.MigrationContext;
import ac.simons.neo4j.migrations.core.MigrationVersion;
import java.util.Optional;
import org.neo4j.driver.Session;

/**
 * A Java migration of neo4j-migrations that makes a node, as its manual does it.
 *
 * @param number which one
 */
record NodeMigration(int number) implements JavaBasedMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.withValue(version(number));
    }

    /** {@return a version that comes where it should in an order by letters} */
    static String version(int number) {
        return "%06d".formatted(number);
    }

    @Override
    public Optional<String> getOptionalDescription() {
        return Optional.of("revision " + number);
    }

    @Override
    public String getSource() {
        return "Revision" + number;
    }

    @Override
    public void apply(MigrationContext context) {
        String cypher = Ddl.node(number).up();
        try (Session session = context.getSession()) {
            session.executeWrite(transaction -> transaction.run(cypher).consume());
        }
    }
}
