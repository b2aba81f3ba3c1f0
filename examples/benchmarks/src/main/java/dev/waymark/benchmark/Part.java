package dev.waymark.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** The parts of a run. */
enum Part {
    NOOP {
        @Override
        void run(Bench bench) throws Exception {
            new NoopPart(bench).run();
        }
    },
    APPLY {
        @Override
        void run(Bench bench) throws Exception {
            new ApplyPart(bench).run();
        }
    },
    TRIPS {
        @Override
        void run(Bench bench) throws Exception {
            new TripsPart(bench).run();
        }
    },
    GRAPH {
        @Override
        void run(Bench bench) throws Exception {
            new GraphPart(bench).run();
        }
    },
    SNAPSHOT {
        @Override
        void run(Bench bench) throws Exception {
            new SnapshotPart(bench).run();
        }
    },
    FAULTS {
        @Override
        void run(Bench bench) throws Exception {
            new FaultsPart(bench).run();
        }
    },
    NEO4J {
        @Override
        void run(Bench bench) throws Exception {
            new Neo4jPart(bench).run();
        }
    };

    /** Measures, and reports. */
    abstract void run(Bench bench) throws Exception;

    /** {@return the part of that name} */
    static Part named(String name) {
        return Arrays.stream(values())
                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No part is called '%s'. There are: noop, apply, trips, graph, snapshot, faults, neo4j"
                                .formatted(name)));
    }
}
