package dev.waymark.schema;

import java.util.Locale;

/**
 * The kinds of objects that a snapshot holds, in the order in which PostgreSQL's catalog builds them up. An object is
 * as small as what the catalog keeps apart: a column's default is an object of its own, since it may be made after the
 * column and depends on other things.
 *
 * <p>The comment at each kind says what its path is and which attributes it may have besides those that every kind may
 * have: {@code comment}, {@code owner}, {@code privileges} (a list), {@code extensions} (a list: those it was declared
 * to depend on). An attribute that has PostgreSQL's default is absent.
 */
public enum ObjectKind {
    /** Path: name. */
    SCHEMA,
    /** Path: name. Attributes: schema, version, fixed (its schema can't be changed). */
    EXTENSION,
    /** Path: name. Attributes: definition. */
    LANGUAGE,
    /** Path: name. Attributes: definition. */
    ACCESS_METHOD,
    /** Path: name. Attributes: definition. */
    FOREIGN_DATA_WRAPPER,
    /** Path: name. Attributes: wrapper, type, version, options (a list). */
    SERVER,
    /** Path: server, user ({@code public} for all). Attributes: options (a list). */
    USER_MAPPING,
    /** Path: schema, name. Attributes: definition. */
    COLLATION,
    /** Path: schema, name. Attributes: values (a list). */
    ENUM,
    /**
     * Path: schema, name. Attributes: type, collation, default, not_null, not_null_name (only if it is not PostgreSQL's
     * own choice).
     */
    DOMAIN,
    /** Path: schema, domain, name. Attributes: definition. */
    DOMAIN_CHECK,
    /** Path: schema, name. Its attributes in PostgreSQL's sense are objects of the kind {@link #COLUMN}. */
    COMPOSITE_TYPE,
    /** Path: schema, name. Attributes: definition, constructors (a list), multirange (a qualified name). */
    RANGE,
    /** Path: schema, name. Attributes: type, start, increment, minimum, maximum, cache, cycle, persistence. */
    SEQUENCE,
    /** Path: schema, sequence. Attributes: table_schema, table, column. */
    SEQUENCE_OWNER,
    /**
     * Path: schema, name. Attributes: persistence, partition_key, of_type, access_method, tablespace, storage (a list),
     * replica_identity ({@code full} or {@code nothing}), row_security, force_row_security.
     */
    TABLE,
    /** Path: schema, name. Attributes: server, options (a list). */
    FOREIGN_TABLE,
    /** Path: schema, table, parent's schema, parent. */
    INHERITANCE,
    /** That a table is a partition. Path: schema, table. Attributes: parent_schema, parent, bound. */
    PARTITION,
    /**
     * A column of a table, a view, a foreign table or a composite type. Path: schema, table, name. Attributes: type,
     * collation, generated, generation ({@code stored} or {@code virtual}), identity ({@code always} or {@code by
     * default}), identity_sequence, identity_persistence, identity_options, sequence_comment, sequence_privileges (a
     * list), compression, storage, statistics, options (a list), fdw_options (a list), inherited.
     */
    COLUMN,
    /** Path: schema, table, column. Attributes: expression. */
    DEFAULT,
    /**
     * Path: schema, table, column. Attributes: name (only if it is not PostgreSQL's own choice), no_inherit, not_valid,
     * inherited.
     */
    NOT_NULL,
    /**
     * Path: schema, name, argument types. Attributes: definition, parameters (a list), defaults (how many of them have
     * one), result, language, window.
     */
    FUNCTION,
    /** Path: schema, name, argument types. Attributes: definition, parameters (a list), defaults, language. */
    PROCEDURE,
    /** Path: schema, name, argument types. Attributes: definition. */
    AGGREGATE,
    /** Path: schema, name, left type, right type ({@code NONE} where there is none). Attributes: definition. */
    OPERATOR,
    /** Path: schema, name, access method. Attributes: definition. */
    OPERATOR_FAMILY,
    /** Path: schema, name, access method. Attributes: definition. */
    OPERATOR_CLASS,
    /** Path: source type, target type. Attributes: definition. */
    CAST,
    /** Path: type, language. Attributes: definition. */
    TRANSFORM,
    /** Path: schema, name. Attributes: definition. */
    CONVERSION,
    /** Path: schema, name. Attributes: definition. */
    TEXT_SEARCH_PARSER,
    /** Path: schema, name. Attributes: definition. */
    TEXT_SEARCH_TEMPLATE,
    /** Path: schema, name. Attributes: definition. */
    TEXT_SEARCH_DICTIONARY,
    /** Path: schema, name. Attributes: definition, mappings (a list). */
    TEXT_SEARCH_CONFIGURATION,
    /**
     * Path: schema, table, name. Attributes: definition, storage (a list), tablespace, clustered, replica_identity,
     * statistics (a list), index_comment, inherited.
     */
    PRIMARY_KEY,
    /** Path: schema, table, name. Attributes: those of {@link #PRIMARY_KEY}. */
    UNIQUE,
    /** Path: schema, table, name. Attributes: those of {@link #PRIMARY_KEY}. */
    EXCLUSION,
    /** Path: schema, table, name. Attributes: definition, inherited. */
    CHECK,
    /** Path: schema, table, name. Attributes: definition. */
    FOREIGN_KEY,
    /** Path: schema, name. Attributes: table, definition, invalid, clustered, replica_identity, statistics (a list). */
    INDEX,
    /**
     * That an index is a part of one on a partitioned table. Path: schema, index. Attributes: parent_schema, parent.
     */
    INDEX_ATTACHMENT,
    /** Path: schema, name. Attributes: definition, target. */
    STATISTICS,
    /** Path: schema, name. Attributes: definition, options (a list). */
    VIEW,
    /** Path: schema, name. Attributes: definition, unpopulated, storage (a list), access_method, tablespace. */
    MATERIALIZED_VIEW,
    /** Path: schema, table, name. Attributes: definition, enabled. */
    RULE,
    /** Path: schema, table, name. Attributes: definition, enabled. */
    TRIGGER,
    /** Path: schema, table, name. Attributes: command, restrictive, roles (a list), using, check. */
    POLICY,
    /** Path: name. Attributes: event, tags (a list), function, enabled. */
    EVENT_TRIGGER,
    /** Path: name. Attributes: all_tables, publish (a list), via_root, generated_columns. */
    PUBLICATION,
    /** Path: publication, schema, table. Attributes: columns (a list), where. */
    PUBLICATION_TABLE,
    /** Path: publication, schema. */
    PUBLICATION_SCHEMA,
    /** Path: name. Attributes: connection, publications (a list), options (a list), disabled. */
    SUBSCRIPTION,
    /**
     * Path: role, schema (empty for all), kind of objects ({@code tables} and the like). Attributes: privileges (a
     * list).
     */
    DEFAULT_PRIVILEGES;

    /** {@return the kind in words, as in {@code materialized view}} */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
