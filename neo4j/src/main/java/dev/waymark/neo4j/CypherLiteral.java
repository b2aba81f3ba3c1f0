package dev.waymark.neo4j;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;
import org.neo4j.driver.types.IsoDuration;
import org.neo4j.driver.types.Point;

/** Values as expressions of Cypher. */
final class CypherLiteral {

    private CypherLiteral() {}

    static String of(@Nullable Object value) {
        return ofDriver(Values.value(value).asObject());
    }

    private static String ofDriver(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Long) {
            return String.valueOf(value);
        }
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite() ? "toFloat('%s')".formatted(number) : number.toString();
        }
        if (value instanceof String text) {
            return CypherNames.literal(text);
        }
        if (value instanceof List<?> list) {
            return "["
                    + String.join(
                            ", ", list.stream().map(CypherLiteral::ofDriver).toList()) + "]";
        }
        return value instanceof Map<?, ?> map ? ofMap(map) : ofRare(value);
    }

    private static String ofMap(Map<?, ?> map) {
        List<String> entries = new ArrayList<>();
        map.forEach((key, value) -> entries.add(CypherNames.quoted(key.toString()) + ": " + ofDriver(value)));
        return "{" + String.join(", ", entries) + "}";
    }

    private static String ofRare(Object value) {
        if (value instanceof Point point) {
            String z = Double.isNaN(point.z()) ? "" : ", z: " + point.z();
            return "point({srid: %d, x: %s, y: %s%s})".formatted(point.srid(), point.x(), point.y(), z);
        }
        String function = function(value);
        return function.isEmpty()
                ? "/* a value of %s */ null".formatted(value.getClass().getSimpleName())
                : "%s('%s')".formatted(function, value);
    }

    private static String function(Object value) {
        if (value instanceof LocalDate) {
            return "date";
        }
        if (value instanceof LocalDateTime) {
            return "localdatetime";
        }
        if (value instanceof LocalTime) {
            return "localtime";
        }
        if (value instanceof OffsetTime) {
            return "time";
        }
        if (value instanceof ZonedDateTime || value instanceof OffsetDateTime) {
            return "datetime";
        }
        return value instanceof IsoDuration ? "duration" : "";
    }
}
