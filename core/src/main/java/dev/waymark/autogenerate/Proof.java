package dev.waymark.autogenerate;

import dev.waymark.diff.SchemaDiff;
import dev.waymark.error.ProofFailedException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.error.StepFailedException;
import dev.waymark.plan.Direction;
import dev.waymark.plan.Plan;
import dev.waymark.plan.Step;
import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.revision.RevisionId;
import dev.waymark.run.Registration;
import dev.waymark.run.Runner;
import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;

/** Walks drafts up, down and up again behind the code's revisions, as a migrator would, and looks at what they do. */
final class Proof {

    private final Workshop workshop;
    private final List<DraftMigration> migrations;
    private final SchemaSnapshot head;
    private final SchemaSnapshot to;
    private final Survivors survivors;
    private final List<String> notes = new ArrayList<>();

    /**
     * Makes a proof.
     *
     * @param workshop where the head is made
     * @param drafts what is to be proved, first to last
     * @param head the schema before them
     * @param to the schema after them
     * @param renames what was renamed
     */
    Proof(Workshop workshop, List<Draft> drafts, SchemaSnapshot head, SchemaSnapshot to, List<SettledRename> renames) {
        this.workshop = workshop;
        this.migrations = drafts.stream().map(DraftMigration::new).toList();
        this.head = head;
        this.to = to;
        this.survivors = new Survivors(head, to, new RenamedPaths(renames));
    }

    /**
     * Walks. A statement that fails on account of the rows that were made, such as a new column that may not be null,
     * is no failure of the proof: it is noted, and the proof begins again without rows.
     *
     * @return what could not be shown
     * @throws ProofFailedException if the drafts don't hold
     */
    List<String> walk() {
        Set<List<String>> without = new HashSet<>();
        boolean again = true;
        while (again) {
            again = !isWalked(without);
        }
        return notes;
    }

    private boolean isWalked(Set<List<String>> without) {
        try (ScratchDatabase database = workshop.openAtHead()) {
            Seeds seeds = Seeds.sown(database, head, without);
            Round round = new Round(database, seeds);
            try {
                round.walk();
                notes.addAll(seeds.notes());
                return true;
            } catch (StepFailedException e) {
                return clear(e, seeds, without, round.way);
            }
        }
    }

    /** Finds out whether rows were the reason of a failure, and takes them out. */
    private boolean clear(StepFailedException failure, Seeds seeds, Set<List<String>> without, String way) {
        if (!(failure.getCause() instanceof StatementFailedException refused)) {
            throw ProofFailedException.refused(way, "", Objects.requireNonNullElse(failure.getCause(), failure));
        }
        boolean byRows =
                refused.sqlState().startsWith("22") || refused.sqlState().startsWith("23");
        if (!byRows || seeds.tables().isEmpty()) {
            throw ProofFailedException.refused(way, refused);
        }
        Set<List<String>> reasons = tablesOf(refused, seeds);
        notes.add("With rows in %s a statement fails %s, so the revision was proved without them: %s (%s)"
                .formatted(listed(reasons), way, refused.statement(), firstLine(refused)));
        without.addAll(reasons);
        return false;
    }

    /** The table whose rows a failure was about, as the server tells it; all of them if it does not. */
    private Set<List<String>> tablesOf(StatementFailedException refused, Seeds seeds) {
        Optional<List<String>> told = Optional.ofNullable(refused.getCause())
                .filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage())
                .filter(message -> message.getSchema() != null && message.getTable() != null)
                .map(message -> List.of(String.valueOf(message.getSchema()), String.valueOf(message.getTable())));
        Set<List<String>> tables = seeds.tables().stream()
                .filter(table -> told.filter(one -> one.equals(table)
                                || one.equals(survivors.renamed().of(table)))
                        .isPresent())
                .collect(Collectors.toSet());
        return tables.isEmpty() ? new HashSet<>(seeds.tables()) : tables;
    }

    private static String listed(Set<List<String>> tables) {
        return tables.stream().map(Identifiers::qualified).sorted().collect(Collectors.joining(", "));
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** One walk in one database. */
    private final class Round {

        private final ScratchDatabase database;
        private final Seeds seeds;
        private final Runner runner;
        private String way = "";

        Round(ScratchDatabase database, Seeds seeds) {
            this.database = database;
            this.seeds = seeds;
            List<Registration> all = new ArrayList<>(workshop.registrations());
            migrations.forEach(one -> all.add(one.registration()));
            this.runner = workshop.runner(database, all);
        }

        void walk() {
            List<String> rows = survivors.rowsBefore(database, seeds.tables());
            List<RevisionId> heads = up("on the way up");
            require(to, "after the way up");
            requireRows(rows, survivors.rowsAfter(database, seeds.tables()), "after the way up");
            way = "on the way down";
            runner.run(new Plan(Direction.DOWN, heads, stepsDown()));
            require(head, "after the way down");
            requireRows(rows, survivors.rowsBefore(database, seeds.tables()), "after the way down");
            up("on the second way up");
            require(to, "after the second way up");
            requireRows(rows, survivors.rowsAfter(database, seeds.tables()), "after the second way up");
        }

        private List<RevisionId> up(String which) {
            way = which;
            return runner.upgrade(List.of(
                            migrations.get(migrations.size() - 1).draft().id()))
                    .to();
        }

        private List<Step> stepsDown() {
            List<Step> steps = new ArrayList<>();
            for (int at = migrations.size() - 1; at >= 0; at--) {
                steps.add(new Step(migrations.get(at).info(), Direction.DOWN));
            }
            return steps;
        }

        private void require(SchemaSnapshot schema, String when) {
            SchemaSnapshot is = workshop.read(database);
            SchemaDiff left = SchemaDiff.between(is, Overlay.aligned(schema, is));
            if (!left.isEmpty()) {
                throw ProofFailedException.differs(when, ComparisonText.lines(left));
            }
        }

        private void requireRows(List<String> before, List<String> after, String when) {
            List<String> lost = new ArrayList<>(before);
            after.forEach(lost::remove);
            if (!lost.isEmpty()) {
                throw ProofFailedException.differs(when, "the row of " + lost.get(0) + " is to be there");
            }
        }
    }
}
