package dev.waymark.autogenerate;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Check;
import org.jooq.Condition;
import org.jooq.DDLFlag;
import org.jooq.DSLContext;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Key;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statements that make what a model of jOOQ has. jOOQ renders names, types, keys, checks and indexes; enums and the
 * use of domains, which {@code DSLContext.ddl} leaves out, are added.
 */
final class JooqDdl {

    private static final List<ObjectKind> NO_TABLES =
            List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.FOREIGN_TABLE);
    private static final List<ObjectKind> WITH_INDEX =
            List.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

    private final JooqModel model;
    private final SchemaSnapshot other;
    private final Map<List<String>, Table<?>> tables = new LinkedHashMap<>();
    private final DSLContext dsl = DSL.using(SQLDialect.POSTGRES);
    private final JooqColumns columns = new JooqColumns(dsl);
    private final List<String> statements = new ArrayList<>();

    JooqDdl(JooqModel model, SchemaSnapshot other) {
        this.model = model;
        this.other = other;
        model.tables().stream()
                .filter(this::isTable)
                .forEach(table -> tables.putIfAbsent(JooqColumns.path(table), table));
    }

    /** Views are in jOOQ's models too, and foreign tables look like tables there. */
    private boolean isTable(Table<?> table) {
        return table.getOptions().type() == TableType.TABLE
                && NO_TABLES.stream().noneMatch(kind -> other.find(new ObjectId(kind, JooqColumns.path(table)))
                        .isPresent());
    }

    /** The types, domains and sequences that the model says itself. */
    Set<ObjectId> said() {
        Set<ObjectId> said = new TreeSet<>();
        enums().forEach(type -> said.add(new ObjectId(ObjectKind.ENUM, JooqColumns.path(type))));
        for (Schema schema : model.schemas()) {
            String name = schema.getName();
            schema.getDomains().forEach(one -> said.add(ObjectId.of(ObjectKind.DOMAIN, name, one.getName())));
            schema.getSequences().forEach(one -> said.add(ObjectId.of(ObjectKind.SEQUENCE, name, one.getName())));
        }
        return said;
    }

    List<String> statements() {
        statements.clear();
        schemas().forEach(name -> statements.add("create schema if not exists " + columns.name(List.of(name))));
        enums().forEach(type -> statements.add(columns.createEnum(type)));
        model.schemas().forEach(schema -> dsl.ddl(schema, DDLFlag.DOMAIN, DDLFlag.SEQUENCE)
                .forEach(this::add));
        tables.values().forEach(table -> statements.add(columns.createTable(table)));
        tables.values().forEach(this::addKeysAndChecks);
        tables.values().forEach(this::addForeignKeys);
        tables.values().forEach(table -> table.getIndexes().forEach(this::createIndex));
        tables.values().forEach(this::comment);
        return List.copyOf(statements);
    }

    private Set<String> schemas() {
        Set<String> names = new TreeSet<>();
        model.schemas().forEach(schema -> names.add(schema.getName()));
        tables.keySet().forEach(path -> names.add(path.get(0)));
        enums().forEach(type -> names.add(JooqColumns.path(type).get(0)));
        return names;
    }

    private Collection<EnumType> enums() {
        Map<List<String>, EnumType> enums = new LinkedHashMap<>();
        for (Table<?> table : tables.values()) {
            for (Field<?> field : table.fields()) {
                JooqColumns.enumOf(field).ifPresent(type -> enums.putIfAbsent(JooqColumns.path(type), type));
            }
        }
        return enums.values();
    }

    /** What jOOQ knows as not enforced are keys that its generator was told to assume. */
    private void addKeysAndChecks(Table<?> table) {
        table.getKeys().stream()
                .filter(Key::enforced)
                .forEach(key -> add(dsl.alterTable(table).add(key.constraint())));
        table.getChecks().stream()
                .filter(Check::enforced)
                .forEach(check -> add(dsl.alterTable(table).add(check.constraint())));
    }

    /** Those to tables that the model has. */
    private void addForeignKeys(Table<?> table) {
        for (ForeignKey<?, ?> key : table.getReferences()) {
            if (key.enforced()
                    && tables.containsKey(JooqColumns.path(key.getKey().getTable()))) {
                add(dsl.alterTable(table).add(key.constraint()));
            }
        }
    }

    private void createIndex(Index index) {
        List<String> table = JooqColumns.path(index.getTable());
        boolean ofConstraint = WITH_INDEX.stream()
                .anyMatch(kind -> other.find(ObjectId.of(kind, table.get(0), table.get(1), index.getName()))
                        .isPresent());
        if (!ofConstraint && !index.getFields().isEmpty()) {
            var on = (index.getUnique() ? dsl.createUniqueIndex(index) : dsl.createIndex(index))
                    .on(index.getTable(), index.getFields());
            @Nullable Condition where = index.getWhere();
            add(where == null ? on : on.where(where));
        }
    }

    private void comment(Table<?> table) {
        if (!table.getComment().isEmpty()) {
            add(dsl.commentOnTable(table).is(table.getComment()));
        }
        for (Field<?> field : table.fields()) {
            if (!field.getComment().isEmpty()) {
                add(dsl.commentOnColumn(field).is(field.getComment()));
            }
        }
    }

    private void add(Query query) {
        statements.add(query.getSQL(ParamType.INLINED));
    }
}
