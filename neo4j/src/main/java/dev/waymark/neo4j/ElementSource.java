package dev.waymark.neo4j;

import dev.waymark.source.JavaText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A constraint or an index as an expression of Java. */
final class ElementSource {

    private ElementSource() {}

    /** The calls that make it, of which all but the first begin with a dot. */
    static List<String> calls(SchemaElement element) {
        return element instanceof Constraint constraint ? ofConstraint(constraint) : ofIndex((Index) element);
    }

    /** The names of the classes that the expression uses, besides {@link GraphSchema}. */
    static List<String> imports(SchemaElement element) {
        List<String> imports = new ArrayList<>();
        if (element instanceof Index index) {
            if (index.kind() == IndexKind.LOOKUP) {
                imports.add(EntityType.class.getName());
            }
            if (index.options().values().stream().anyMatch(List.class::isInstance)) {
                imports.add(List.class.getName());
            }
        }
        return imports;
    }

    private static List<String> ofConstraint(Constraint constraint) {
        String name = JavaText.literal(constraint.name());
        String start =
                switch (constraint.kind()) {
                    case UNIQUENESS -> "unique(" + name;
                    case KEY -> "key(" + name;
                    case EXISTENCE -> "exists(" + name;
                    case PROPERTY_TYPE -> "propertyType(" + name + ", " + literals(constraint.types());
                };
        return calls(start, constraint, constraint.properties());
    }

    private static List<String> ofIndex(Index index) {
        String name = JavaText.literal(index.name());
        if (index.kind() == IndexKind.LOOKUP) {
            return List.of("GraphSchema.lookupIndex(" + name + ", EntityType." + index.entity() + ")");
        }
        int own = index.kind() == IndexKind.VECTOR ? 1 : index.properties().size();
        List<String> filters =
                index.properties().subList(own, index.properties().size());
        List<String> calls = new ArrayList<>(calls(
                index.kind().word() + "Index(" + name, index, index.properties().subList(0, own)));
        if (!filters.isEmpty()) {
            calls.add(".filteredBy(" + literals(filters) + ")");
        }
        index.options()
                .forEach((option, value) -> calls.add(".with(" + JavaText.literal(option) + ", " + value(value) + ")"));
        return calls;
    }

    private static List<String> calls(String start, SchemaElement element, List<String> properties) {
        return List.of(
                "GraphSchema." + start + ")",
                "." + element.entity().word() + "(" + literals(element.labelsOrTypes()) + ")",
                ".on(" + literals(properties) + ")");
    }

    private static String literals(Collection<String> texts) {
        return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        if (value instanceof String text) {
            return JavaText.literal(text);
        }
        if (value instanceof List<?> numbers) {
            return numbers.stream().map(Object::toString).collect(Collectors.joining(", ", "List.of(", ")"));
        }
        boolean isLong = value instanceof Long number && number != number.intValue();
        return value + (isLong ? "L" : "");
    }
}
