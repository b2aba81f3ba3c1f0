package dev.waymark.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What to measure.
 *
 * @param parts which parts: noop, apply, trips, graph, snapshot, faults, neo4j
 * @param tools which contenders
 * @param counts how many steps and revisions
 * @param effort how often things are tried
 * @param snapshots which schemas
 * @param faults which faults
 * @param neo4j what on Neo4j
 */
record Settings(
        List<Part> parts,
        List<Tool> tools,
        Counts counts,
        Effort effort,
        SnapshotSettings snapshots,
        FaultSettings faults,
        Neo4jSettings neo4j) {

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("parts", "noop,apply,trips,graph,snapshot"),
            Map.entry("tools", "limit,limit-all-rows,waymark,flyway-java,flyway-sql,liquibase"),
            Map.entry("sizes", "10,1000,5000"),
            Map.entry("steps", "1000"),
            Map.entry("graphs", "1000,10000,100000"),
            Map.entry("samples", "7"),
            Map.entry("calls", "30"),
            Map.entry("schemas", "../shared/data/schemas/chado.sql"),
            Map.entry("tables", "5000"),
            Map.entry("pg-dump", "pg_dump"),
            Map.entry("fault-tools", joined(FaultTool.values(), FaultTool::title)),
            Map.entry("faults", joined(Fault.values(), Fault::argument)),
            Map.entry("processes", "16"),
            Map.entry("rounds", "3"),
            Map.entry("revisions", "50"),
            Map.entry("every", "1"),
            Map.entry("reader", "30"),
            Map.entry("neo4j-tools", joined(Neo4jTool.values(), Neo4jTool::title)),
            Map.entry("neo4j-steps", "100,1000"),
            Map.entry("delays", "0,10"),
            Map.entry("neo4j-samples", "3"));

    /** Copies the lists. */
    Settings {
        parts = List.copyOf(parts);
        tools = List.copyOf(tools);
    }

    /**
     * How many steps and revisions.
     *
     * @param sizes numbers of applied steps for the no-op
     * @param steps number of steps to apply
     * @param graphs numbers of revisions for the graph
     */
    record Counts(List<Integer> sizes, int steps, List<Integer> graphs) {

        /** Copies the lists. */
        Counts {
            sizes = List.copyOf(sizes);
            graphs = List.copyOf(graphs);
        }
    }

    /**
     * Reads arguments of the form {@code name=value,value}.
     *
     * @throws IllegalArgumentException if a name or a value is unknown
     */
    static Settings of(List<String> arguments) {
        var values = new HashMap<>(DEFAULTS);
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length != 2 || !DEFAULTS.containsKey(pair[0])) {
                throw new IllegalArgumentException(
                        "Can't read '%s'. Arguments are, with their defaults: %s".formatted(argument, DEFAULTS));
            }
            values.put(pair[0], pair[1]);
        }
        return new Settings(
                list(values, "parts", Part::named),
                list(values, "tools", Tool::named),
                new Counts(
                        list(values, "sizes", Settings::positive),
                        list(values, "steps", Settings::positive).get(0),
                        list(values, "graphs", Settings::positive)),
                new Effort(
                        list(values, "samples", Settings::positive).get(0),
                        list(values, "calls", Settings::positive).get(0)),
                new SnapshotSettings(
                        list(values, "schemas", Path::of),
                        list(values, "tables", Settings::positive).get(0),
                        list(values, "pg-dump", Function.identity()).get(0)),
                faults(values),
                new Neo4jSettings(
                        list(values, "neo4j-tools", Neo4jTool::named),
                        list(values, "neo4j-steps", Settings::positive),
                        list(values, "delays", Settings::notNegative),
                        list(values, "neo4j-samples", Settings::positive).get(0)));
    }

    List<Integer> sizes() {
        return counts.sizes();
    }

    int steps() {
        return counts.steps();
    }

    List<Integer> graphs() {
        return counts.graphs();
    }

    int samples() {
        return effort.samples();
    }

    int calls() {
        return effort.calls();
    }

    private static FaultSettings faults(Map<String, String> values) {
        return new FaultSettings(
                list(values, "fault-tools", FaultTool::named),
                list(values, "faults", Fault::named),
                list(values, "processes", Settings::positive).get(0),
                list(values, "rounds", Settings::positive).get(0),
                list(values, "revisions", Settings::positive).get(0),
                list(values, "every", Settings::positive).get(0),
                list(values, "reader", Settings::positive).get(0));
    }

    private static <T> String joined(T[] values, Function<T, String> title) {
        return Arrays.stream(values).map(title).collect(Collectors.joining(","));
    }

    /** {@return whether Waymark can be held against the limit} */
    boolean canJudge() {
        return tools.contains(Tool.LIMIT) && tools.contains(Tool.WAYMARK);
    }

    private static <T> List<T> list(Map<String, String> values, String name, Function<String, T> reader) {
        return Arrays.stream(values.getOrDefault(name, "").split(",", -1))
                .map(reader)
                .toList();
    }

    private static int positive(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException("Not a positive number: " + text);
        }
        return number;
    }

    private static int notNegative(String text) {
        return text.equals("0") ? 0 : positive(text);
    }
}
