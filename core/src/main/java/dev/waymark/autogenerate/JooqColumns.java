package dev.waymark.autogenerate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Check;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Domain;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.Identity;
import org.jooq.Schema;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The names and columns of jOOQ's tables, as PostgreSQL is to have them.
 *
 * @param dsl renders
 */
record JooqColumns(DSLContext dsl) {

    /** To jOOQ's generator six digits of a second, the most there are, are the same as none said. */
    private static final Pattern ALL_DIGITS = Pattern.compile("(?<=\\btime|\\btimestamp)\\(6\\)");

    private static final Pattern CHECK = Pattern.compile("^\\(CHECK (\\(.*\\))\\)$", Pattern.DOTALL);

    /** The schema and the name of a table; one without a schema is in {@code public}. */
    static List<String> path(Table<?> table) {
        return List.of(schemaOf(table.getSchema()), table.getName());
    }

    static List<String> path(Domain<?> domain) {
        return List.of(schemaOf(domain.getSchema()), domain.getName());
    }

    static List<String> path(EnumType type) {
        return List.of(schemaOf(type.getSchema()), type.getName() == null ? "" : type.getName());
    }

    private static String schemaOf(@Nullable Schema schema) {
        return schema == null || schema.getName().isEmpty() ? "public" : schema.getName();
    }

    /** The enum of a column, or of the elements of an array, by one of its literals. */
    static Optional<EnumType> enumOf(Field<?> field) {
        Class<?> type = field.getDataType().getArrayBaseDataType().getType();
        return EnumType.class.isAssignableFrom(type) && type.getEnumConstants() != null
                ? Arrays.stream(type.getEnumConstants())
                        .map(EnumType.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** The domain of a column, or of the elements of an array. */
    static Optional<Domain<?>> domainOf(Field<?> field) {
        DataType<?> type = field.getDataType();
        return Optional.ofNullable(
                type.isArray() ? type.getArrayComponentDataType().getDomain() : type.getDomain());
    }

    String name(List<String> path) {
        return dsl.render(DSL.name(path));
    }

    String createEnum(EnumType type) {
        String literals = Arrays.stream(type.getClass().getEnumConstants())
                .map(literal -> dsl.renderInlined(DSL.inline(literal.getLiteral())))
                .collect(Collectors.joining(", "));
        return "create type %s as enum (%s)".formatted(name(path(type)), literals);
    }

    /** The generator takes a check of a domain with the word before it, and without its name. */
    String createDomain(Domain<?> domain) {
        DataType<?> type = domain.getDataType();
        StringBuilder create =
                new StringBuilder("create domain %s as %s".formatted(name(path(domain)), baseType(type)));
        if (type.defaultValue() != null) {
            create.append(" default ").append(dsl.renderInlined(type.defaultValue()));
        }
        create.append(type.nullable() ? "" : " not null");
        for (Check<?> check : domain.getChecks()) {
            String condition = dsl.renderInlined(check.condition());
            create.append(check.getName().isEmpty() ? "" : " constraint " + dsl.render(check.getUnqualifiedName()))
                    .append(" check (")
                    .append(CHECK.matcher(condition).replaceFirst("$1"))
                    .append(')');
        }
        return create.toString();
    }

    String createSequence(Sequence<?> sequence) {
        StringBuilder create = new StringBuilder(
                "create sequence %s as %s".formatted(dsl.render(sequence), baseType(sequence.getDataType())));
        append(create, "start with", sequence.getStartWith());
        append(create, "increment by", sequence.getIncrementBy());
        append(create, "minvalue", sequence.getMinvalue());
        append(create, "maxvalue", sequence.getMaxvalue());
        append(create, "cache", sequence.getCache());
        return create.append(sequence.getCycle() ? " cycle" : "").toString();
    }

    private void append(StringBuilder statement, String words, @Nullable Field<?> value) {
        if (value != null) {
            statement.append(' ').append(words).append(' ').append(dsl.renderInlined(value));
        }
    }

    String createTable(Table<?> table) {
        List<String> columns = new ArrayList<>();
        for (Field<?> field : table.fields()) {
            columns.add(column(field, table.getIdentity()));
        }
        return "create table %s (%s)".formatted(name(path(table)), String.join(", ", columns));
    }

    private String column(Field<?> field, @Nullable Identity<?, ?> identity) {
        DataType<?> type = field.getDataType();
        StringBuilder column = new StringBuilder(dsl.render(field.getUnqualifiedName()));
        column.append(' ').append(type(type));
        if (type.collation() != null) {
            column.append(" collate ").append(dsl.render(type.collation()));
        }
        if (type.identity() || (identity != null && identity.getField().equals(field))) {
            column.append(" generated by default as identity");
        } else if (type.defaultValue() != null) {
            column.append(" default ").append(dsl.renderInlined(type.defaultValue()));
        }
        return column.append(type.nullable() ? "" : " not null").toString();
    }

    private String type(DataType<?> type) {
        Domain<?> domain = type.getDomain();
        if (domain != null) {
            return name(path(domain));
        }
        return type.isArray() && type.getArrayComponentDataType().getDomain() != null
                ? type(type.getArrayComponentDataType()) + "[]"
                : baseType(type);
    }

    /** The type that a domain is made of. */
    private String baseType(DataType<?> type) {
        return ALL_DIGITS.matcher(type.getCastTypeName(dsl.configuration())).replaceAll("");
    }
}
