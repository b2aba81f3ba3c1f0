package dev.waymark.neo4j;

import java.util.HashSet;
import java.util.List;

/**
 * Refuses what no server could have.
 *
 * @param kind how messages call the kind
 * @param name the name of the constraint or index
 */
record Shape(String kind, String name) {

    Shape {
        if (name.isEmpty() || !name.equals(name.strip())) {
            throw new IllegalArgumentException(
                    "A %s needs a name that neither begins nor ends with a blank, since the server strips it: '%s'"
                            .formatted(kind, name));
        }
    }

    void labels(List<String> labels, int most) {
        require(!labels.isEmpty() && labels.size() <= most, "has " + count(most, "label or type", "labels or types"));
        names(labels);
    }

    void properties(List<String> properties, int most) {
        require(!properties.isEmpty() && properties.size() <= most, "has " + count(most, "property", "properties"));
        names(properties);
    }

    void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("A %s %s: '%s' does not fit that".formatted(kind, rule, name));
        }
    }

    private void names(List<String> names) {
        require(names.stream().noneMatch(String::isEmpty), "names no empty label, type or property");
        require(new HashSet<>(names).size() == names.size(), "names each label, type and property once");
    }

    private static String count(int most, String one, String many) {
        return most == 1 ? "exactly one " + one : "one or more " + many;
    }
}
