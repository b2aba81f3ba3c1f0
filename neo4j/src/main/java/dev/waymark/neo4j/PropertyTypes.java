package dev.waymark.neo4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The types of property type constraints, each written as the server writes it. */
final class PropertyTypes {

    private static final String SCALAR =
            "BOOLEAN|STRING|INTEGER|FLOAT|DATE|LOCAL TIME|ZONED TIME|LOCAL DATETIME" + "|ZONED DATETIME|DURATION|POINT";

    private static final String VECTOR = "VECTOR<(INTEGER|INTEGER8|INTEGER16|INTEGER32|FLOAT|FLOAT32)>\\([0-9]+\\)";

    private static final Pattern TYPE =
            Pattern.compile("(%s)|LIST<(%s) NOT NULL>|%s".formatted(SCALAR, SCALAR, VECTOR));

    private PropertyTypes() {}

    /** Types, each of which may be a union. */
    static SortedSet<String> of(Collection<String> types) {
        SortedSet<String> parts = new TreeSet<>();
        types.forEach(type -> split(type).forEach(part -> parts.add(checked(part))));
        return Collections.unmodifiableSortedSet(parts);
    }

    /** Whether all the types of a union are known. */
    static boolean areKnown(String union) {
        return split(union).stream().allMatch(type -> TYPE.matcher(type).matches());
    }

    /** The parts of a union. That no coordinate of a vector is null goes without saying, though servers may say it. */
    private static List<String> split(String union) {
        List<String> parts = new ArrayList<>();
        for (String part : union.split("\\|", -1)) {
            String type = part.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
            parts.add(type.startsWith("VECTOR") ? type.replace(" NOT NULL", "") : type);
        }
        return parts;
    }

    private static String checked(String type) {
        if (TYPE.matcher(type).matches()) {
            return type;
        }
        throw new IllegalArgumentException(
                "'%s' is no type of a property type constraint: they are %s, LIST<X NOT NULL>"
                                .formatted(type, SCALAR.replace("|", ", "))
                        + " of those, VECTOR<X>(n), and unions with |");
    }
}
