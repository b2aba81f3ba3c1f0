package dev.waymark.migration;

/**
 * One revision's way up and its way down. Both do nothing but by way of their context: they are also called with a
 * context that only records, to learn what they would run, and they may be called again when a step is retried. Users
 * implement one of its kinds, such as {@code SqlMigration}, in a class that carries {@code @Revision}. The class needs
 * a constructor without parameters unless the application makes its instances.
 *
 * @param <C> what a migration works with: a database's own context
 */
public interface Migration<C> {

    /**
     * Takes the database from the revision before to this one.
     *
     * @param context where to do it; valid only during this call and in this thread
     * @throws Exception whatever goes wrong; the step then fails
     */
    void up(C context) throws Exception;

    /**
     * Takes the database back to the revision before. A revision that can't be undone throws
     * {@link Irreversible#because}; a downgrade through it is then refused before anything runs.
     *
     * @param context where to do it; valid only during this call and in this thread
     * @throws Exception whatever goes wrong; the step then fails
     */
    void down(C context) throws Exception;
}
