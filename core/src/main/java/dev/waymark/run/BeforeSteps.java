package dev.waymark.run;

import dev.waymark.plan.Plan;

/** What an application does before the steps of a run: where it takes its backup. */
@FunctionalInterface
public interface BeforeSteps {

    /**
     * Is called once in each run that has steps, in the run's thread, after the preflight and before anything is made
     * or changed. The lock is held meanwhile, so other migrators wait. The run's connection is idle for as long as this
     * takes (behind a pooler in transaction mode: idle in a transaction that holds the lock), which a firewall,
     * {@code idle_session_timeout} or {@code idle_in_transaction_session_timeout} may end; the run then fails, with
     * nothing changed.
     *
     * @param plan what the run will do
     * @throws Exception if the run is to be refused; nothing is run then
     */
    void beforeSteps(Plan plan) throws Exception;
}
