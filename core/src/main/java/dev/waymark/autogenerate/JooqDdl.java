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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Check;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Domain;
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
 * The statements that make what a model of jOOQ has. jOOQ renders names, types, keys, checks and indexes. Its own
 * {@code DSLContext.ddl} leaves out enums, the use of domains, and the types of sequences.
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
        Set<ObjectId> said = new TreeSet<>(saidEnums());
        domains().forEach(one -> said.add(new ObjectId(ObjectKind.DOMAIN, JooqColumns.path(one))));
        for (Schema schema : model.schemas()) {
            String name = schema.getName();
            schema.getSequences().forEach(one -> said.add(ObjectId.of(ObjectKind.SEQUENCE, name, one.getName())));
        }
        return said;
    }

    Set<ObjectId> saidEnums() {
        return enums().stream()
                .map(type -> new ObjectId(ObjectKind.ENUM, JooqColumns.path(type)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What nothing else is needed for. */
    List<String> schemasAndEnums() {
        statements.clear();
        schemas().forEach(name -> statements.add("create schema if not exists " + columns.name(List.of(name))));
        enums().forEach(type -> statements.add(columns.createEnum(type)));
        return List.copyOf(statements);
    }

    /** What may need functions and types that the model has no words for. */
    List<String> theRest() {
        statements.clear();
        domains().forEach(domain -> statements.add(columns.createDomain(domain)));
        model.schemas().forEach(schema -> schema.getSequences()
                .forEach(sequence -> statements.add(columns.createSequence(sequence))));
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
        domains().forEach(domain -> names.add(JooqColumns.path(domain).get(0)));
        return names;
    }

    private Collection<EnumType> enums() {
        Map<List<String>, EnumType> enums = new LinkedHashMap<>();
        fields().flatMap(field -> JooqColumns.enumOf(field).stream())
                .forEach(type -> enums.putIfAbsent(JooqColumns.path(type), type));
        return enums.values();
    }

    private Collection<Domain<?>> domains() {
        Map<List<String>, Domain<?>> domains = new LinkedHashMap<>();
        Stream.concat(
                        model.schemas().stream().flatMap(schema -> schema.getDomains().stream()),
                        fields().flatMap(field -> JooqColumns.domainOf(field).stream()))
                .forEach(domain -> domains.putIfAbsent(JooqColumns.path(domain), domain));
        return domains.values();
    }

    private Stream<Field<?>> fields() {
        return tables.values().stream().flatMap(table -> Stream.of(table.fields()));
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
