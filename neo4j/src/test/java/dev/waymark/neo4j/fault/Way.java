package dev.waymark.neo4j.fault;

import dev.waymark.Migrator;
import dev.waymark.MigratorBuilder;
import dev.waymark.neo4j.Neo4jDatabase;
import org.neo4j.driver.Driver;

/** Which way a run goes. */
enum Way {
    UP,
    DOWN;

    void run(Driver driver) {
        run(builder(driver).build());
    }

    void run(Migrator migrator) {
        if (this == UP) {
            migrator.upgrade();
        } else {
            migrator.downgrade("base");
        }
    }

    static MigratorBuilder builder(Driver driver) {
        return Migrator.on(Neo4jDatabase.of(driver)).revisions(SixRevisions.all());
    }
}
