package dev.waymark.autogenerate;

import dev.waymark.diff.Renames;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.error.HistoryException;
import dev.waymark.error.InvalidModelException;
import dev.waymark.error.ProofFailedException;
import dev.waymark.error.RunException;
import dev.waymark.error.ScratchException;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.Scratch;
import dev.waymark.run.Database;
import dev.waymark.run.RevisionSource;
import dev.waymark.run.Settings;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares schemas, and generates revisions from models. All is made real and tried out in scratch databases; the
 * database of the migrator is only read, and only by {@link #drift}. Immutable, and as thread-safe as its scratch
 * place.
 *
 * <p>Besides what is said at each method, all of them throw a {@link ScratchException} if a scratch database can't be
 * had, an {@link InvalidModelException} if PostgreSQL refuses a model, and whatever the revisions throw that are run.
 */
public final class Autogenerate {

    private final Workshop workshop;

    private Autogenerate(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * {@return the comparing and generating for the one PostgreSQL database of a migrator}
     *
     * @param source the code's revisions
     * @param databases the migrator's databases
     * @param settings where the history is
     * @param scratch where to try things out
     * @throws IllegalArgumentException if it has no PostgreSQL database, or several
     */
    public static Autogenerate of(
            RevisionSource source, List<Database<?>> databases, Settings settings, Scratch scratch) {
        List<PostgresDatabase> live = databases.stream()
                .filter(PostgresDatabase.class::isInstance)
                .map(PostgresDatabase.class::cast)
                .toList();
        if (live.size() != 1) {
            throw new IllegalArgumentException(
                    "Revisions are generated for one PostgreSQL database, and this migrator has " + live.size());
        }
        return new Autogenerate(new Workshop(source, live.get(0), settings, scratch, Scope.ofModel()));
    }

    /**
     * {@return the same with another scope; by default {@link Scope#ofModel()}}
     *
     * @param scope what is compared
     */
    public Autogenerate within(Scope scope) {
        return new Autogenerate(
                new Workshop(workshop.source(), workshop.live(), workshop.settings(), workshop.scratch(), scope));
    }

    /**
     * {@return what the revisions would still have to do for a model}
     *
     * @param model the schema that is wanted
     */
    public Comparison check(Model model) {
        return diff(Model.head(), model);
    }

    /**
     * {@return what would have to be done to the database so that it is what its applied revisions make of an empty
     * one}
     *
     * @throws HistoryException if revisions are applied that the code does not have
     * @throws RunException if the database can't be reached
     */
    public Comparison drift() {
        SchemaSnapshot is = workshop.live().snapshot(workshop.options());
        SchemaSnapshot should = workshop.at(AppliedTargets.of(workshop));
        return compared(workshop.live().description(), is, Model.ofSnapshot("its applied revisions", should));
    }

    /**
     * {@return what leads from one model to another}
     *
     * @param from the schema that is
     * @param to the schema that should be
     * @throws IllegalArgumentException if the first is a model of jOOQ
     */
    public Comparison diff(Model from, Model to) {
        SchemaSnapshot is = from.readFirst(workshop);
        return compared(from.name(), is, to);
    }

    private Comparison compared(String name, SchemaSnapshot is, Model to) {
        SchemaSnapshot model = to.read(workshop, is);
        Wanted wanted = new Wanted(model, to.reach(), workshop.scope());
        Set<String> unmodelled = new TreeSet<>(is.unmodelled());
        unmodelled.addAll(model.unmodelled());
        return new Comparison(
                name,
                to.name(),
                wanted.diff(is),
                Renames.candidates(is, wanted.of(is), Set.of()),
                List.copyOf(unmodelled));
    }

    /**
     * Generates the source of a revision that leads from the head of the revisions to a model, and proves it: it is
     * walked up, down and up again on a scratch database, the schemas are compared, and rows that were there before
     * must still be there.
     *
     * @param model the schema that is wanted
     * @param message what the revision does, in a few words
     * @param options its package, its id, what it revises, what was renamed
     * @return the source; none if there is nothing to do
     * @throws HistoryException if there are several heads, and the options name none
     * @throws ProofFailedException if the revision does not do what it should
     * @throws IllegalArgumentException if the options name an id that is taken, or a rename of what is not there
     */
    public Generated revision(Model model, String message, RevisionOptions options) {
        RevisionIds ids = new RevisionIds(workshop.graph(), workshop.own(), options);
        ids.requireUsable();
        SchemaSnapshot head = workshop.head();
        Wanted wanted = new Wanted(model.read(workshop, head), model.reach(), workshop.scope());
        RenameDialogue.Outcome renamed = new RenameDialogue(workshop, wanted, options).settle(head);
        Destination destination = new Destination(workshop, wanted, renamed);
        SchemaSnapshot to = destination.schema();
        Comparison comparison = new Comparison(
                Model.head().name(),
                model.name(),
                SchemaDiff.between(renamed.schema(), to),
                List.of(),
                wanted.model().unmodelled());
        if (comparison.isEmpty() && renamed.renames().isEmpty()) {
            return new Generated(List.of(), comparison, List.of());
        }
        List<Leg> legs = new Splitting(workshop, destination.first()).legs(renamed.schema(), to);
        List<Draft> drafts = new Drafting(ids, message, renamed.renames()).drafts(legs);
        List<String> notes = new Proof(workshop, drafts, head, to, renamed.renames()).walk();
        return new Generated(
                drafts.stream()
                        .map(draft -> RevisionWriter.write(draft, options.packageName()))
                        .toList(),
                comparison,
                notes);
    }
}
