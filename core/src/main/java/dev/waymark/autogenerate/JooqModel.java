package dev.waymark.autogenerate;

import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.SchemaSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Catalog;
import org.jooq.Named;
import org.jooq.Schema;
import org.jooq.Table;

/**
 * What is in a model of jOOQ.
 *
 * @param schemas the schemas that it has wholly
 * @param tables its tables
 */
record JooqModel(List<Schema> schemas, List<Table<?>> tables) {

    static JooqModel of(Schema schema) {
        return new JooqModel(List.of(schema), schema.getTables());
    }

    static JooqModel of(Catalog catalog) {
        List<Schema> schemas = catalog.getSchemas();
        return new JooqModel(
                schemas,
                schemas.stream()
                        .<Table<?>>flatMap(schema -> schema.getTables().stream())
                        .toList());
    }

    static JooqModel of(List<Table<?>> tables) {
        return new JooqModel(List.of(), tables);
    }

    Reach reach() {
        return new JooqReach(schemas.stream().map(Named::getName).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Defaults and checks of a model may need functions and types that it has no words for: those of the schema that it
     * is compared with are there before it, and taken out of what is read.
     */
    SchemaSnapshot read(Workshop workshop, SchemaSnapshot other) {
        JooqDdl ddl = new JooqDdl(this, other);
        try (ScratchDatabase database = workshop.open()) {
            script(database, ddl.schemasAndEnums());
            SchemaSnapshot prelude = Prelude.of(other, ddl.said(), ddl.saidEnums());
            Prelude.make(prelude, database, workshop.read(database));
            script(database, ddl.theRest());
            Set<ObjectId> notSaid = new HashSet<>(prelude.objects().keySet());
            return workshop.read(database).filter(id -> !notSaid.contains(id));
        }
    }

    private static void script(ScratchDatabase database, List<String> statements) {
        database.script("the jOOQ model", String.join(";\n", statements));
    }
}
