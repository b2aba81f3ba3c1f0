package dev.waymark.error;

import java.io.Serial;
import java.util.List;

/** A step failed. What came before it stays applied; what was to come after it has not been run. */
public final class StepFailedException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String revision;
    private final List<String> done;
    private final List<String> notRun;

    /**
     * @param step the failed step, as in "up of 'add_orders'"
     * @param revision the id of its revision
     * @param progress what was done before it and what was not run after it
     * @param outcome what the failed step has left
     * @param cause why it failed
     */
    public StepFailedException(String step, String revision, Progress progress, Outcome outcome, Throwable cause) {
        super(
                "The %s failed: %s".formatted(step, Cause.problem(cause)),
                "%s\nDone before it: %s. Not run: %s."
                        .formatted(outcome.state(), listed(progress.done()), listed(progress.notRun())),
                outcome.remedy(),
                cause);
        this.revision = revision;
        this.done = progress.done();
        this.notRun = progress.notRun();
    }

    /** {@return the id of the revision whose step failed} */
    public String revision() {
        return revision;
    }

    /** {@return the ids of the steps of this run that are done} */
    public List<String> done() {
        return done;
    }

    /** {@return the ids of the steps of this run that were not begun} */
    public List<String> notRun() {
        return notRun;
    }

    private static String listed(List<String> ids) {
        return ids.isEmpty() ? "nothing" : String.join(", ", ids);
    }

    /**
     * What was done before a failed step, and what was left to do after it.
     *
     * @param done the ids of the steps of this run that are done
     * @param notRun the ids of the steps of this run that were not begun
     */
    public record Progress(List<String> done, List<String> notRun) {

        /** Copies the lists. */
        public Progress {
            done = List.copyOf(done);
            notRun = List.copyOf(notRun);
        }
    }

    /**
     * What a failed step has left.
     *
     * @param state what it has left in the database, as a sentence
     * @param remedy what to do, as the end of a sentence
     */
    public record Outcome(String state, String remedy) {}
}
