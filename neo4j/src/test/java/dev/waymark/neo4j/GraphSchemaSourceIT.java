package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.Migrator;
import dev.waymark.neo4j.written.R011TheSchemaAsItIs;
import dev.waymark.neo4j.written.R021OtherNamesAndKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GraphSchemaSourceIT {

    @RegisterExtension
    final GraphServer server = new GraphServer();

    @Test
    void whatIsWrittenWalksUpAndDownAndUpAgain() {
        Migrator migrator = Migrator.on(Neo4jDatabase.of(server.driver()))
                .revisions(new R011TheSchemaAsItIs(), new R021OtherNamesAndKinds())
                .build();

        migrator.upgrade("011");
        assertThat(isThere(WrittenSchemas.THREE)).isTrue();
        migrator.upgrade();
        assertThat(isThere(WrittenSchemas.OTHERS)).isTrue();
        migrator.downgrade("-1");
        assertThat(isThere(WrittenSchemas.THREE)).isTrue();
        migrator.upgrade();
        assertThat(isThere(WrittenSchemas.OTHERS)).isTrue();
        migrator.downgrade("base");
        assertThat(server.live().schema()).isEqualTo(GraphSchema.of());
    }

    private boolean isThere(GraphSchema schema) {
        return GraphSchemaDiff.between(server.live().schema(), schema).isEmpty();
    }
}
