package dev.waymark.example.tracktion;

import static dev.waymark.example.tracktion.model.Metadata.METADATA;
import static org.jooq.impl.DSL.name;

import dev.waymark.example.tracktion.model.TracktionSchema;
import java.util.List;
import org.jooq.Check;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;

/** Tracktion's model after somebody has added a field to its metadata. */
final class ModelWithBpm extends SchemaImpl {

    ModelWithBpm() {
        super(name("public"));
    }

    @Override
    public List<Table<?>> getTables() {
        return TracktionSchema.PUBLIC.getTables().stream()
                .<Table<?>>map(table -> table == METADATA ? new MetadataWithBpm() : table)
                .toList();
    }

    /** The table with one field more. */
    private static final class MetadataWithBpm extends TableImpl<Record> {

        MetadataWithBpm() {
            super(METADATA.getUnqualifiedName(), TracktionSchema.PUBLIC);
            for (Field<?> field : METADATA.fields()) {
                createField(field.getUnqualifiedName(), field.getDataType());
            }
            createField(name("bpm"), SQLDataType.NUMERIC(6, 2));
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return METADATA.getPrimaryKey();
        }

        @Override
        public List<ForeignKey<Record, ?>> getReferences() {
            return METADATA.getReferences();
        }

        @Override
        public List<Check<Record>> getChecks() {
            return METADATA.getChecks();
        }

        @Override
        public List<Index> getIndexes() {
            return METADATA.getIndexes();
        }
    }
}
