package dev.waymark.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The situations, in the order of the table. */
enum Fault {
    START("%1$d processes start at once on an empty database, %2$d revisions, %3$d rounds", Turns.ALONE),
    KILLED("killed (-9) before a request, of every %4$d of a run", Turns.TOGETHER),
    ENDED("server process ended before a request, of every %4$d", Turns.TOGETHER),
    UNHEARD("server process ended after a request, answer lost, of every %4$d", Turns.TOGETHER),
    INDEX("an index made concurrently", Turns.TOGETHER),
    INDEX_WAITER("the same, a second process waiting", Turns.TOGETHER),
    INDEX_KILLED("killed while the index is made, then restarted", Turns.TOGETHER),
    INDEX_KILLED_IF("the same, written with IF NOT EXISTS", Turns.TOGETHER),
    READER("a reader reads for %5$d s the table that is altered: another SELECT waits", Turns.TOGETHER),
    POOLER("8 processes through PgBouncer, transaction mode", Turns.ALONE),
    HOLDER("killed while holding the lock: the next gets in after", Turns.TOGETHER);

    /** Whether the tools are tried at the same time, each on its own database. */
    private enum Turns {
        ALONE,
        TOGETHER
    }

    private final String title;
    private final Turns turns;

    Fault(String title, Turns turns) {
        this.title = title;
        this.turns = turns;
    }

    /** {@return the situation of that name} */
    static Fault named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.argument().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No fault is called '%s'. There are: %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(Fault::argument).collect(Collectors.joining(", ")))));
    }

    /** {@return its name in arguments} */
    String argument() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what the table calls it} */
    String title(FaultSettings settings) {
        return title.formatted(
                settings.processes(), settings.revisions(), settings.rounds(), settings.every(), settings.reader());
    }

    /** {@return the verdicts on some tools, in their order} */
    List<Verdict> judge(Stage stage, List<FaultTool> tools) {
        Situation situation = situation(stage);
        return turns == Turns.ALONE
                ? tools.stream().map(tool -> judge(stage, situation, tool)).toList()
                : Parallel.map(tools, tool -> judge(stage, situation, tool));
    }

    private Situation situation(Stage stage) {
        return switch (this) {
            case START -> new Start(stage);
            case KILLED -> EveryRequest.killed(stage);
            case ENDED -> EveryRequest.ended(stage);
            case UNHEARD -> EveryRequest.unheard(stage);
            case INDEX -> new ConcurrentIndex(stage, 1);
            case INDEX_WAITER -> new ConcurrentIndex(stage, 2);
            case INDEX_KILLED -> new KilledIndex(stage, "");
            case INDEX_KILLED_IF -> new KilledIndex(stage, "if not exists ");
            case READER -> new LongReader(stage);
            case POOLER -> new PoolerStart(stage);
            case HOLDER -> new DeadHolder(stage);
        };
    }

    private Verdict judge(Stage stage, Situation situation, FaultTool tool) {
        if (!stage.has(tool)) {
            return Verdict.of("not run: no " + tool.title());
        }
        try {
            return situation.judge(tool);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.of("interrupted");
        } catch (Exception e) {
            return new Verdict("not measured", e.toString());
        }
    }
}
