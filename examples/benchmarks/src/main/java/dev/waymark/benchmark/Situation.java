package dev.waymark.benchmark;

/** Something that happens to a tool while it upgrades a database. */
@FunctionalInterface
interface Situation {

    /**
     * {@return what became of the tool and its database}
     *
     * @throws Exception if it can't be measured
     */
    Verdict judge(FaultTool tool) throws Exception;
}
