package dev.waymark.autogenerate;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Inserts for one table, in several ways: what its constraints accept is found out by trying. */
final class SeedRows {

    private static final int ROWS = 3;

    private static final Pattern FOREIGN_KEY = Pattern.compile("FOREIGN KEY \\((.*?)\\) REFERENCES (.*?)\\((.*?)\\).*");

    private final SchemaSnapshot schema;
    private final List<String> table;
    private final List<SchemaObject> columns;
    private final Map<String, String> references = new HashMap<>();
    private final List<String> checks;

    SeedRows(SchemaSnapshot schema, List<String> table) {
        this.schema = schema;
        this.table = table;
        this.columns = parts(ObjectKind.COLUMN).stream()
                .filter(column -> !column.has("generated") && !column.has("identity"))
                .sorted(Comparator.comparingInt(SchemaObject::position))
                .toList();
        this.checks = parts(ObjectKind.CHECK).stream()
                .map(check -> check.require("definition"))
                .toList();
        parts(ObjectKind.FOREIGN_KEY).forEach(key -> refer(key.require("definition")));
    }

    private Collection<SchemaObject> parts(ObjectKind kind) {
        return schema.objects(kind, table);
    }

    private void refer(String definition) {
        Matcher key = FOREIGN_KEY.matcher(definition);
        if (key.matches()) {
            List<String> own = Parentheses.split(key.group(1));
            List<String> theirs = Parentheses.split(key.group(3));
            for (int at = 0; at < own.size(); at++) {
                references.put(own.get(at), theirs.get(at) + " from " + key.group(2));
            }
        }
    }

    /** The most that could be in a row first, the least that has to be there last. */
    List<List<String>> attempts() {
        return Stream.of(true, false)
                .flatMap(all -> Stream.of(true, false).map(fromChecks -> inserts(all, fromChecks)))
                .distinct()
                .toList();
    }

    private List<String> inserts(boolean all, boolean fromChecks) {
        List<SchemaObject> filled =
                columns.stream().filter(column -> isFilled(column, all)).toList();
        List<String> inserts = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            inserts.add(insert(filled, row, fromChecks));
        }
        return inserts;
    }

    private boolean isFilled(SchemaObject column, boolean all) {
        boolean required = has(ObjectKind.NOT_NULL, column);
        boolean counted = schema.find(
                        new ObjectId(ObjectKind.DEFAULT, column.id().path()))
                .filter(value -> value.require("expression").startsWith("nextval("))
                .isPresent();
        return !counted && (all || (required && !has(ObjectKind.DEFAULT, column)));
    }

    private boolean has(ObjectKind kind, SchemaObject column) {
        return schema.objects().containsKey(new ObjectId(kind, column.id().path()));
    }

    private String insert(List<SchemaObject> filled, int row, boolean fromChecks) {
        String name = Identifiers.qualified(table);
        if (filled.isEmpty()) {
            return "insert into %s default values".formatted(name);
        }
        return "insert into %s (%s) values (%s)"
                .formatted(
                        name,
                        filled.stream().map(SeedRows::quoted).collect(Collectors.joining(", ")),
                        filled.stream()
                                .map(column -> value(column, row, fromChecks))
                                .collect(Collectors.joining(", ")));
    }

    private String value(SchemaObject column, int row, boolean fromChecks) {
        String reference = references.get(quoted(column));
        if (reference != null) {
            return "(select %s order by 1 offset %d limit 1)".formatted(reference, row - 1);
        }
        SeedValues values = new SeedValues(schema, row);
        List<String> texts = fromChecks ? textsOfChecks(quoted(column)) : List.of();
        String type = column.require("type");
        return texts.isEmpty() ? values.of(type) : values.chosen(texts, type);
    }

    /** What the checks of a column compare it with may be what they accept. */
    private List<String> textsOfChecks(String column) {
        Pattern word = Pattern.compile("(?<![\\w\"])" + Pattern.quote(column) + "(?![\\w\"])");
        return checks.stream()
                .filter(check -> word.matcher(check).find())
                .flatMap(check -> SeedValues.literals(check).stream())
                .distinct()
                .toList();
    }

    private static String quoted(SchemaObject column) {
        return Identifiers.quoted(column.id().name());
    }
}
