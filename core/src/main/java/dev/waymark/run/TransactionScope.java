package dev.waymark.run;

/** What one transaction spans. */
public enum TransactionScope {
    /** Each step has its own; what came before a failed step stays applied. */
    STEP,
    /** One spans the whole run; if a step fails, nothing of the run stays. */
    RUN
}
