package dev.waymark;

import dev.waymark.error.MigrationException;
import dev.waymark.migration.Migration;
import dev.waymark.run.BeforeSteps;
import dev.waymark.run.Database;
import dev.waymark.run.RevisionSource;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a migrator. Each method returns the builder. */
public final class MigratorBuilder {

    private final List<Database<?>> databases;
    private Settings settings = Settings.defaults();
    private Consumer<RunEvent> listener = event -> {};
    private BeforeSteps hook = plan -> {};
    private ClassLoader classLoader = IndexedRevisions.defaultLoader();
    private @Nullable RevisionSource source;

    MigratorBuilder(List<Database<?>> databases) {
        this.databases = databases;
    }

    /** Sets how runs behave; by default {@link Settings#defaults()}. */
    public MigratorBuilder settings(Settings newSettings) {
        settings = newSettings;
        return this;
    }

    /** Sets who is told of what happens in a run. */
    public MigratorBuilder listener(Consumer<RunEvent> newListener) {
        listener = newListener;
        return this;
    }

    /**
     * Sets what is done before the steps of a run: a backup, by {@code pg_dump} or by a snapshot of the storage. It is
     * called once in each run that has steps, with the lock held, after the preflight and before anything is changed; a
     * start with nothing to do does not call it. If it throws, no step is run. Other migrators wait for the lock
     * meanwhile, so let {@link Settings.Timeouts#lockWait} be longer than a backup takes.
     */
    public MigratorBuilder beforeSteps(BeforeSteps newHook) {
        hook = newHook;
        return this;
    }

    /**
     * Sets where the compiled index and the migrations' classes are; by default the context class loader of the thread
     * that made this builder.
     */
    public MigratorBuilder classLoader(ClassLoader newClassLoader) {
        classLoader = newClassLoader;
        return this;
    }

    /**
     * Sets the revisions by hand instead of reading the compiled index. Their classes carry {@link Revision}; their
     * instances may have been made with whatever they need.
     */
    public MigratorBuilder revisions(Migration<?>... migrations) {
        source = RegisteredRevisions.of(List.of(migrations));
        return this;
    }

    /**
     * {@return the migrator}
     *
     * @throws MigrationException if there are no revisions, or they can't be used
     */
    public Migrator build() {
        RevisionSource revisions = source == null ? IndexedRevisions.of(classLoader) : source;
        return new Migrator(revisions, databases, settings, listener, hook);
    }
}
