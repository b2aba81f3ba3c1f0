package dev.waymark;

import dev.waymark.error.MigrationException;
import dev.waymark.migration.Migration;
import dev.waymark.run.BeforeSteps;
import dev.waymark.run.Database;
import dev.waymark.run.RevisionSource;
import dev.waymark.run.RunEvent;
import dev.waymark.run.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds a migrator. Each method returns the builder. */
public final class MigratorBuilder {

    private final List<Database<?>> databases;
    private Settings settings = Settings.defaults();
    private Consumer<RunEvent> listener = event -> {};
    private BeforeSteps hook = plan -> {};
    private ClassLoader classLoader = IndexedRevisions.defaultLoader();
    private final Map<String, Supplier<? extends Migration<?>>> makers = new HashMap<>();
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
     * Sets how the migration of a class of the compiled index is made; by default by its constructor without
     * parameters. So a migration can be handed what it needs: a connection to the other database, a service. Where a
     * class has no constructor without parameters, the annotation processor has to be told so:
     * {@code -Awaymark.constructors=any}.
     *
     * @param type the class of a revision
     * @param maker makes its migration; called when its step is about to run, at times more than once
     * @param <T> the class
     */
    public <T extends Migration<?>> MigratorBuilder making(Class<T> type, Supplier<? extends T> maker) {
        makers.put(type.getName(), maker);
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
        RevisionSource revisions = source == null ? IndexedRevisions.of(classLoader, makers) : source;
        return new Migrator(revisions, databases, settings, listener, hook);
    }
}
