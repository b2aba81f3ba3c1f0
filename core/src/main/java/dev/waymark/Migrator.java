package dev.waymark;

import dev.waymark.autogenerate.Autogenerate;
import dev.waymark.error.MigrationException;
import dev.waymark.plan.Plan;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.Scratch;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.AppliedRevision;
import dev.waymark.run.BeforeSteps;
import dev.waymark.run.Branch;
import dev.waymark.run.Database;
import dev.waymark.run.DowngradeReport;
import dev.waymark.run.Inspector;
import dev.waymark.run.LogEntry;
import dev.waymark.run.PreflightReport;
import dev.waymark.run.RevisionSource;
import dev.waymark.run.RevisionStatus;
import dev.waymark.run.RunEvent;
import dev.waymark.run.RunReport;
import dev.waymark.run.Runner;
import dev.waymark.run.Settings;
import dev.waymark.run.StartMode;
import dev.waymark.run.UpgradeReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The front door: takes databases from one revision to another and back.
 *
 * <p>Immutable and thread-safe. It holds nothing between calls: each opens its connections and closes them. What
 * changes a database takes the lock of its history first, unless there is nothing to do; what only reads takes none.
 * Every failure is a {@link MigrationException}.
 */
public final class Migrator {

    private final RevisionSource source;
    private final List<Database<?>> databases;
    private final Settings settings;
    private final Consumer<RunEvent> listener;
    private final BeforeSteps hook;

    Migrator(
            RevisionSource source,
            List<Database<?>> databases,
            Settings settings,
            Consumer<RunEvent> listener,
            BeforeSteps hook) {
        this.source = source;
        this.databases = databases;
        this.settings = settings;
        this.listener = listener;
        this.hook = hook;
    }

    /**
     * {@return a builder of a migrator of one PostgreSQL database}
     *
     * @param dataSource gives connections of the PostgreSQL driver; one at a time is needed
     */
    public static MigratorBuilder postgres(DataSource dataSource) {
        return on(PostgresDatabase.of(dataSource));
    }

    /**
     * {@return a builder of a migrator of one PostgreSQL database}
     *
     * @param url in the form of JDBC or of libpq
     * @throws IllegalArgumentException if it is neither
     */
    public static MigratorBuilder postgres(String url) {
        return on(PostgresDatabase.of(url));
    }

    /**
     * {@return a builder of a migrator of several databases: one graph, each database with its own history}
     *
     * @param databases the databases, at least one
     */
    public static MigratorBuilder on(Database<?>... databases) {
        return new MigratorBuilder(atLeastOne("database", List.of(databases)));
    }

    /**
     * Applies every revision that is not applied. This is what an application calls when it starts: if there is nothing
     * to do, it is one query and no lock; over several databases, one query of each and no lock.
     *
     * @return what was done
     */
    public UpgradeReport upgrade() {
        return runner().upgrade(Runner.EVERY_HEAD);
    }

    /**
     * Applies targets and all that they require, as far as that is not applied.
     *
     * @param targets ids, prefixes, labels, {@code head}, {@code heads}, {@code +2}, {@code label@head} and the like;
     *     at least one
     * @return what was done
     */
    public UpgradeReport upgrade(String... targets) {
        return runner().upgrade(atLeastOne("target", List.of(targets)));
    }

    /**
     * Removes what was applied after a target, with all that requires it.
     *
     * @param target an id, a prefix, a label, {@code base}, {@code -1}, {@code label@base} and the like
     * @return what was done
     */
    public DowngradeReport downgrade(String target) {
        return runner().downgrade(target);
    }

    /**
     * Removes what was applied after a target, as {@link #downgrade} does, and takes back revisions that this code does
     * not have by the SQL that was recorded when they were applied. This is how an older build undoes what a newer one
     * did. A revision whose way down depends on data has none recorded, and is refused before anything runs.
     *
     * @param target an id that the database has, a prefix, a label, {@code base}, {@code -1} and the like
     * @return what was done
     */
    public DowngradeReport downgradeAsRecorded(String target) {
        return runner().downgradeAsRecorded(target);
    }

    /**
     * Does what a mode says; for the start of an application.
     *
     * @param mode upgrade, check, wait, or nothing
     * @return what was done; empty if the mode is {@link StartMode#OFF}
     */
    public Optional<UpgradeReport> start(StartMode mode) {
        return switch (mode) {
            case UPGRADE -> Optional.of(upgrade());
            case CHECK -> Optional.of(inspector().requireUpgraded());
            case WAIT -> Optional.of(inspector().awaitUpgraded());
            case OFF -> Optional.empty();
        };
    }

    /** {@return the plan of {@link #upgrade()}} */
    public Plan plan() {
        return inspector().upgradePlan(Runner.EVERY_HEAD);
    }

    /**
     * {@return the plan of an upgrade}
     *
     * @param targets as for {@link #upgrade(String...)}
     */
    public Plan plan(String... targets) {
        return inspector().upgradePlan(atLeastOne("target", List.of(targets)));
    }

    /**
     * {@return the plan of a downgrade}
     *
     * @param target as for {@link #downgrade}
     */
    public Plan planDowngrade(String target) {
        return inspector().downgradePlan(target);
    }

    /**
     * Walks a plan. It is refused if the databases are no longer where it was made for.
     *
     * @param plan the plan
     * @return what was done
     */
    public RunReport run(Plan plan) {
        return runner().run(plan);
    }

    /**
     * Looks for what would be in the way of a run: missing privileges, sessions that hold locks, standbys that commits
     * wait for, and the like. Only reads, and takes no lock; a run with steps looks by itself, as
     * {@link Settings#preflight} says.
     *
     * @return what was found
     */
    public PreflightReport preflight() {
        return inspector().preflight();
    }

    /** {@return the applied heads as the databases have them, also those that the code does not know} */
    public List<AppliedRevision> current() {
        return inspector().current();
    }

    /** {@return the heads of the branches that the code has; needs no database} */
    public List<RevisionInfo> heads() {
        return inspector().heads();
    }

    /** {@return the points where the code's revisions fork; needs no database} */
    public List<Branch> branches() {
        return inspector().branches();
    }

    /** {@return all revisions that the code has, newest first, each with how the databases have it} */
    public List<RevisionStatus> history() {
        return inspector().history(":");
    }

    /**
     * {@return the revisions of a range, newest first, each with how the databases have it}
     *
     * @param range {@code a:b}, both included; either side may be missing, {@code current}, or relative to the other
     */
    public List<RevisionStatus> history(String range) {
        return inspector().history(range);
    }

    /**
     * {@return what a target names, each with how the databases have it}
     *
     * @param target the target; {@code current} is one too
     */
    public List<RevisionStatus> show(String target) {
        return inspector().show(target);
    }

    /**
     * {@return the latest entries of the log, newest first}
     *
     * @param limit how many at most, from 1
     */
    public List<LogEntry> log(int limit) {
        return inspector().log(limit);
    }

    /**
     * Records targets as applied, with all that they require, and nothing that requires them, without running anything.
     *
     * @param targets as for {@link #upgrade(String...)}; {@code base} and {@code label@base} too
     */
    public void stamp(String... targets) {
        runner().stamp(atLeastOne("target", List.of(targets)));
    }

    /**
     * Forgets the applied set, whatever it is, and then stamps as {@link #stamp} does.
     *
     * @param targets as for {@link #stamp}
     */
    public void stampPurged(String... targets) {
        runner().stampPurged(atLeastOne("target", List.of(targets)));
    }

    /**
     * Goes on with a step without a transaction that was begun and has not finished, in the direction in which it was
     * begun. {@link #upgrade()} and {@link #downgrade} do that by themselves where the statement that was running can
     * be run again without harm, or the catalog tells whether it has taken effect; this runs it again in any case.
     *
     * @param id the id of its revision
     * @return what was done
     */
    public RunReport retry(String id) {
        return runner().retry(id);
    }

    /**
     * Records an applied revision again as the code has it now, after it was changed in a way that the database already
     * has.
     *
     * @param target the revision
     */
    public void accept(String target) {
        runner().accept(target);
    }

    /**
     * {@return the comparing of schemas and the generating of revisions for the one PostgreSQL database of this}
     *
     * @param scratch where models are made real and revisions are tried out
     */
    public Autogenerate autogenerate(Scratch scratch) {
        return Autogenerate.of(source, databases, settings, scratch);
    }

    private Runner runner() {
        return new Runner(source, databases, settings, listener, hook);
    }

    private Inspector inspector() {
        return new Inspector(source, databases, settings);
    }

    private static <T> List<T> atLeastOne(String what, List<T> named) {
        if (named.isEmpty()) {
            throw new IllegalArgumentException("Name at least one " + what);
        }
        return named;
    }
}
