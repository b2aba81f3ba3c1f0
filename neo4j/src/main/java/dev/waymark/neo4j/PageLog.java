package dev.waymark.neo4j;

import java.time.Duration;

/** Says now and then how far a batch came. */
final class PageLog {

    private final String step;
    private final Duration every;
    private final long rowsBefore;
    private final long startedAt = System.nanoTime();
    private long toldAt = startedAt;

    /**
     * Makes one.
     *
     * @param step the step
     * @param every how long it is silent; zero for ever
     * @param rowsBefore what was done by earlier attempts, which counts for nothing in the rate
     */
    PageLog(String step, Duration every, long rowsBefore) {
        this.step = step;
        this.every = every;
        this.rowsBefore = rowsBefore;
    }

    void page(Tally tally) {
        long now = System.nanoTime();
        if (!every.isZero() && now - toldAt >= every.toNanos()) {
            toldAt = now;
            long rate = Math.round((tally.rows() - rowsBefore) * 1e9 / Math.max(now - startedAt, 1));
            Transactions.LOG.info("{}: {} rows in {} pages, {} rows/s", step, tally.rows(), tally.pages(), rate);
        }
    }
}
