package dev.waymark.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes values made of maps, lists, strings, numbers and truth values as JSON, always in the same way. */
public final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /**
     * Writes a value as JSON, without blanks. The keys of a map come in its own order where it has one (a
     * {@link LinkedHashMap} or a {@link SortedMap}), and sorted otherwise.
     *
     * @param value a map, list, string, whole number, fraction, truth value or null; no record and no bean, since those
     *     would have to be read by reflection
     * @return its JSON
     * @throws IllegalArgumentException for a value of any other type
     */
    public static String write(@Nullable Object value) {
        return node(value).toString();
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        }
        return scalar(value);
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = NODES.objectNode();
        ordered(map).forEach((key, element) -> object.set(key.toString(), node(element)));
        return object;
    }

    private static Map<?, ?> ordered(Map<?, ?> map) {
        return map instanceof LinkedHashMap || map instanceof SortedMap ? map : new TreeMap<>(map);
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        return number(value);
    }

    private static JsonNode number(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        if (value instanceof Double fraction) {
            return NODES.numberNode(fraction);
        }
        throw new IllegalArgumentException("No JSON for a value of " + value.getClass());
    }
}
