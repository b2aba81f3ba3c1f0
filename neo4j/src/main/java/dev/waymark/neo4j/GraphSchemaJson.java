package dev.waymark.neo4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.waymark.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Schemas as JSON, an element a line, and back. */
final class GraphSchemaJson {

    private static final String CONSTRAINT = "constraint";
    private static final String INDEX = "index";

    private GraphSchemaJson() {}

    static String write(GraphSchema schema) {
        String lines = schema.elements().stream()
                .map(element -> Json.write(map(element)))
                .collect(Collectors.joining(",\n"));
        return "{\"elements\":[" + (lines.isEmpty() ? "" : "\n" + lines + "\n") + "]}\n";
    }

    static Map<String, Object> map(SchemaElement element) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", element.name());
        if (element instanceof Constraint constraint) {
            map.put(CONSTRAINT, constraint.kind().code());
        } else {
            map.put(INDEX, ((Index) element).kind().word());
        }
        map.put("entity", element.entity().word());
        map.put("labelsOrTypes", element.labelsOrTypes());
        map.put("properties", element.properties());
        if (element instanceof Constraint constraint && !constraint.types().isEmpty()) {
            map.put("types", List.copyOf(constraint.types()));
        }
        if (element instanceof Index index && !index.options().isEmpty()) {
            map.put("options", index.options());
        }
        return map;
    }

    static GraphSchema read(String json) {
        List<SchemaElement> elements = new ArrayList<>();
        for (JsonNode element : parsed(json).path("elements")) {
            elements.add(element.has(CONSTRAINT) ? constraint(element) : index(element));
        }
        return new GraphSchema(elements);
    }

    private static JsonNode parsed(String json) {
        try {
            JsonNode node = JsonMapper.builder().build().readTree(json);
            if (node.path("elements").isArray()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no JSON of a schema: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("This is no JSON of a schema: it has no list 'elements'");
    }

    private static Constraint constraint(JsonNode node) {
        return new Constraint(
                text(node, "name"),
                ConstraintKind.valueOf(word(node, CONSTRAINT)),
                EntityType.valueOf(word(node, "entity")),
                texts(node, "labelsOrTypes"),
                texts(node, "properties"),
                PropertyTypes.of(texts(node, "types")));
    }

    private static Index index(JsonNode node) {
        SortedMap<String, Object> options = new TreeMap<>();
        node.path("options").properties().forEach(option -> options.put(option.getKey(), value(option.getValue())));
        return new Index(
                text(node, "name"),
                IndexKind.valueOf(word(node, INDEX)),
                EntityType.valueOf(word(node, "entity")),
                texts(node, "labelsOrTypes"),
                texts(node, "properties"),
                options);
    }

    private static String text(JsonNode node, String name) {
        if (node.path(name).isTextual()) {
            return node.path(name).textValue();
        }
        throw new IllegalArgumentException("This is no JSON of a schema: an element has no text '" + name + "'");
    }

    private static String word(JsonNode node, String name) {
        return text(node, name).toUpperCase(Locale.ROOT);
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            List<Object> values = new ArrayList<>();
            node.forEach(element -> values.add(value(element)));
            return values;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
    }
}
