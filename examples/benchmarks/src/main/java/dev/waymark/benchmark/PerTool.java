package dev.waymark.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What was found out about each tool for Neo4j.
 *
 * @param <T> the kind of finding
 */
final class PerTool<T> {

    private final Map<Neo4jTool, T> findings = new EnumMap<>(Neo4jTool.class);

    void put(Neo4jTool tool, T finding) {
        findings.put(tool, finding);
    }

    /** {@return what was put in for a tool} */
    T of(Neo4jTool tool) {
        return find(tool).orElseThrow(() -> new IllegalStateException("Nothing is known of " + tool.title()));
    }

    Optional<T> find(Neo4jTool tool) {
        return Optional.ofNullable(findings.get(tool));
    }

    /** {@return what was put in for all tools but Waymark} */
    List<T> rivals() {
        return findings.entrySet().stream()
                .filter(entry -> entry.getKey() != Neo4jTool.WAYMARK)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** {@return a figure of Waymark, with those of the others behind it} */
    String beside(ToDoubleFunction<T> figure) {
        StringBuilder text = new StringBuilder(Spread.number(figure.applyAsDouble(of(Neo4jTool.WAYMARK))));
        for (T rival : rivals()) {
            text.append(" : ").append(Spread.number(figure.applyAsDouble(rival)));
        }
        return text.toString();
    }
}
