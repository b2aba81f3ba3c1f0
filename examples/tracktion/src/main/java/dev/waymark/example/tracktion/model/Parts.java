package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.UUID;
import org.jooq.Check;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;

/** What tables are made of besides their columns. Nothing is written into the arrays of fields. */
@SuppressWarnings("varargs")
final class Parts {

    private Parts() {}

    /** {@return the default of most ids} */
    static Field<UUID> newId() {
        return field("public.uuid_generate_v4()", SQLDataType.UUID);
    }

    @SafeVarargs
    static UniqueKey<Record> key(Table<Record> table, String name, TableField<Record, ?>... fields) {
        return Internal.createUniqueKey(table, name(name), fields, true);
    }

    @SafeVarargs
    static ForeignKey<Record, Record> foreignKey(
            Table<Record> table, String name, UniqueKey<Record> key, TableField<Record, ?>... fields) {
        return Internal.createForeignKey(table, name(name), fields, key, key.getFieldsArray(), true);
    }

    static Check<Record> check(Table<Record> table, String name, String condition) {
        return Internal.createCheck(table, name(name), condition, true);
    }

    static Index index(Table<Record> table, String name, TableField<?, ?>... fields) {
        return Internal.createIndex(name(name), table, fields, false);
    }
}
