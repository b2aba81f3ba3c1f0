package dev.waymark.neo4j;

import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import dev.waymark.run.Database;
import dev.waymark.run.DatabaseContract;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.RegisterExtension;

class Neo4jDatabaseIT extends DatabaseContract<CypherContext> {

    @RegisterExtension
    static final GraphServer SERVER = new GraphServer();

    @Override
    protected Database<CypherContext> database() {
        return Neo4jDatabase.of(SERVER.driver());
    }

    @Override
    protected Migration<CypherContext> adding(String name) {
        return new Things(name, "MATCH (t:Thing {name: $name}) DELETE t", "RETURN 1");
    }

    @Override
    protected Migration<CypherContext> failingAfterAdding(String name) {
        return new Things(name, "RETURN 1", "RETURN 1 / 0");
    }

    @Override
    protected Migration<CypherContext> oneWay(Irreversible why) {
        return new OneWay(why);
    }

    @Override
    protected Set<String> there() {
        Set<String> names = new TreeSet<>();
        SERVER.run("MATCH (t:Thing) RETURN t.name AS name")
                .forEach(row -> names.add(row.get("name").asString()));
        return names;
    }

    private record Things(String name, String down, String then) implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("CREATE (t:Thing {name: $name})", Map.of("name", name));
            cypher.run(then);
        }

        @Override
        public void down(CypherContext cypher) {
            cypher.run(down, Map.of("name", name));
        }
    }

    private record OneWay(Irreversible why) implements CypherMigration {

        @Override
        public void up(CypherContext cypher) {
            cypher.run("RETURN 1");
        }

        @Override
        public void down(CypherContext cypher) {
            throw why;
        }
    }
}
