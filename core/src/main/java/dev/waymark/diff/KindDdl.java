package dev.waymark.diff;

import dev.waymark.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** The DDL of the objects of one kind, without comments, owners and privileges, which all kinds have alike. */
interface KindDdl {

    /**
     * The statements that make an object.
     *
     * @param object what to make
     * @param schema the schema that it will be part of
     */
    List<String> create(SchemaObject object, Surroundings schema);

    /**
     * The statements that follow the creation of an object, also when it was made as a part of another.
     *
     * @param object what was made
     * @param schema the schema that it is part of
     */
    default List<String> afterwards(SchemaObject object, Surroundings schema) {
        return List.of();
    }

    /**
     * The statements that drop an object, never with CASCADE.
     *
     * @param object what to drop
     */
    List<String> drop(SchemaObject object);

    /**
     * The statements that change an object in place, none if only comment, owner or privileges differ; empty if it must
     * be dropped and made again.
     *
     * @param from what is
     * @param to what should be
     * @param schema the schemas before and after
     */
    Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema);
}
