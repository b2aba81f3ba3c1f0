package dev.waymark.neo4j;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The options of indexes, those that Cypher calls {@code indexConfig}. */
final class IndexOptions {

    private static final String SIMILARITY = "vector.similarity_function";

    /**
     * What an option is where none is declared, as 5.26 says it. The analyzer of a full-text index and the similarity
     * function are not here: the first is a setting of the server, and the second says what the vectors mean.
     */
    private static final Map<String, Object> USUAL = Map.ofEntries(
            Map.entry("fulltext.eventually_consistent", false),
            Map.entry("spatial.cartesian.min", List.of(-1_000_000.0, -1_000_000.0)),
            Map.entry("spatial.cartesian.max", List.of(1_000_000.0, 1_000_000.0)),
            Map.entry("spatial.cartesian-3d.min", List.of(-1_000_000.0, -1_000_000.0, -1_000_000.0)),
            Map.entry("spatial.cartesian-3d.max", List.of(1_000_000.0, 1_000_000.0, 1_000_000.0)),
            Map.entry("spatial.wgs-84.min", List.of(-180.0, -90.0)),
            Map.entry("spatial.wgs-84.max", List.of(180.0, 90.0)),
            Map.entry("spatial.wgs-84-3d.min", List.of(-180.0, -90.0, -1_000_000.0)),
            Map.entry("spatial.wgs-84-3d.max", List.of(180.0, 90.0, 1_000_000.0)),
            Map.entry("vector.hnsw.m", 16L),
            Map.entry("vector.hnsw.ef_construction", 100L),
            Map.entry("vector.quantization.enabled", true),
            Map.entry("vector.quantization.type", "BINARY"));

    private static final String QUANTIZED = "vector.quantization.enabled";
    private static final String QUANTIZATION = "vector.quantization.type";
    private static final String EXPANSION = "vector.default_search_expansion_factor";

    /** How many more candidates a search looks at, as 2026.08 says it where that is not declared. */
    private static final Map<Object, Double> EXPANSION_OF = Map.of("BINARY", 3.0, "SCALAR", 1.5, "NONE", 1.0);

    private IndexOptions() {}

    /**
     * The value of an option, or what the server takes where it is not declared, or an empty string where that is not
     * known. Newer servers turn the option that switches quantization on into one that says of which type it is.
     */
    static Object value(Map<String, Object> options, String name) {
        Object declared = options.get(name);
        if (declared != null) {
            return declared;
        }
        return name.equals(QUANTIZED) && options.containsKey(QUANTIZATION)
                ? (Object) !options.get(QUANTIZATION).equals("NONE")
                : USUAL.getOrDefault(name, "");
    }

    /** Options as the server says them: whole numbers as long, coordinates as double, similarity in capitals. */
    static SortedMap<String, Object> normal(Map<String, Object> options) {
        SortedMap<String, Object> normal = new TreeMap<>();
        options.forEach((name, value) -> normal.put(name, normal(name, value)));
        return normal;
    }

    /** Of the options of an index that is there, those that could have been declared to some effect. */
    static SortedMap<String, Object> declared(Map<String, Object> options) {
        SortedMap<String, Object> declared = normal(options);
        Double expansion = EXPANSION_OF.get(value(declared, QUANTIZATION));
        if (expansion != null) {
            declared.remove(EXPANSION, expansion);
        }
        declared.entrySet().removeIf(option -> option.getValue().equals(USUAL.get(option.getKey())));
        return declared;
    }

    /** The options as a map of Cypher. */
    static String cypher(Map<String, Object> options) {
        return options.entrySet().stream()
                .map(option -> CypherNames.quoted(option.getKey()) + ": " + literal(option.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Whether an option has a name that servers know since 2026. */
    static boolean areNewer(Map<String, Object> options) {
        return options.containsKey(QUANTIZATION) || options.containsKey(EXPANSION);
    }

    private static Object normal(String name, Object value) {
        if (value instanceof String text) {
            return name.equals(SIMILARITY) ? text.toUpperCase(Locale.ROOT) : text;
        }
        if (value instanceof List<?> coordinates) {
            return coordinates.stream()
                    .map(coordinate -> coordinate(name, coordinate))
                    .toList();
        }
        return scalar(name, value);
    }

    private static Double coordinate(String name, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw unusable(name, value);
    }

    private static Object scalar(String name, Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof Boolean || value instanceof Double) {
            return value;
        }
        throw unusable(name, value);
    }

    private static IllegalArgumentException unusable(String name, Object value) {
        return new IllegalArgumentException(
                "The option '%s' can't be a value of %s: options are strings, whole numbers, fractions, truth values and lists of numbers"
                        .formatted(name, value.getClass()));
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return CypherNames.literal(text);
        }
        if (value instanceof List<?> coordinates) {
            return coordinates.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }
}
