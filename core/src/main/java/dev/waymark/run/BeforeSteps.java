package dev.waymark.run;

import dev.waymark.plan.Plan;

/** What an application does before the steps of a run: where it takes its backup. */
@FunctionalInterface
public interface BeforeSteps {

    /**
     * Is called once in each run that has steps, in the run's thread, after the preflight and before anything is made
     * or changed. The lock is held meanwhile (behind a pooler in transaction mode it can't be), so other migrators
     * wait; no transaction is open. The run's connection is idle for as long as this takes, which a firewall or a
     * server with {@code idle_session_timeout} may not like.
     *
     * @param plan what the run will do
     * @throws Exception if the run is to be refused; nothing is run then
     */
    void beforeSteps(Plan plan) throws Exception;
}
