package dev.waymark.autogenerate;

import dev.waymark.diff.Rename;
import dev.waymark.diff.RenameCandidate;
import dev.waymark.diff.Renames;
import dev.waymark.error.ProofFailedException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what was renamed. What is taken for a rename is done in a scratch database, so that PostgreSQL itself
 * carries the new name to all that has the old one; then the schema is read, and looked at again.
 */
final class RenameDialogue {

    private final Workshop workshop;
    private final Wanted wanted;
    private final RevisionOptions options;
    private final List<Rename> hints;
    private final Set<Rename> refused = new HashSet<>();

    /**
     * Makes a dialogue.
     *
     * @param workshop where schemas are made
     * @param wanted what is wanted
     * @param options hints, and who is asked
     */
    RenameDialogue(Workshop workshop, Wanted wanted, RevisionOptions options) {
        this.workshop = workshop;
        this.wanted = wanted;
        this.options = options;
        this.hints = new ArrayList<>(options.renames());
    }

    /**
     * What came of it.
     *
     * @param renames the renames in the order in which they are to be done
     * @param schema the schema after them
     */
    record Outcome(List<SettledRename> renames, SchemaSnapshot schema) {}

    Outcome settle(SchemaSnapshot head) {
        List<SettledRename> settled = new ArrayList<>();
        SchemaSnapshot schema = head;
        Optional<SettledRename> next = next(head);
        if (next.isPresent()) {
            try (ScratchDatabase database = workshop.openAtHead()) {
                while (next.isPresent()) {
                    settled.add(next.get());
                    apply(next.get(), database);
                    schema = workshop.read(database);
                    next = next(schema);
                }
            }
        }
        requireAllUsed();
        return new Outcome(settled, schema);
    }

    private static void apply(SettledRename rename, ScratchDatabase database) {
        try {
            database.apply(List.of(rename.rename().statement()));
        } catch (StatementFailedException e) {
            throw ProofFailedException.refused("at a rename", e);
        }
    }

    private Optional<SettledRename> next(SchemaSnapshot schema) {
        Optional<Rename> hint =
                hints.stream().filter(rename -> isThere(rename, schema)).findFirst();
        if (hint.isPresent()) {
            hints.remove(hint.get());
            return Optional.of(SettledRename.known(hint.get(), schema));
        }
        return asked(schema, wanted.of(schema));
    }

    private static boolean isThere(Rename rename, SchemaSnapshot schema) {
        return schema.find(rename.object())
                .filter(object -> rename.value().isEmpty()
                        || object.list("values").contains(rename.value().get()))
                .isPresent();
    }

    private Optional<SettledRename> asked(SchemaSnapshot schema, SchemaSnapshot to) {
        List<RenameCandidate> candidates = Renames.candidates(schema, to, refused);
        while (!candidates.isEmpty()) {
            for (RenameCandidate candidate : candidates) {
                RenameAnswer answer = options.asking().apply(candidate);
                if (answer != RenameAnswer.NO) {
                    return Optional.of(settled(candidate, answer, schema, to));
                }
                refused.add(candidate.rename());
            }
            candidates = Renames.candidates(schema, to, refused);
        }
        return Optional.empty();
    }

    private static SettledRename settled(
            RenameCandidate candidate, RenameAnswer answer, SchemaSnapshot schema, SchemaSnapshot to) {
        return answer == RenameAnswer.YES
                ? SettledRename.known(candidate.rename(), schema)
                : SettledRename.open(candidate.rename(), candidate.question(), schema, to);
    }

    private void requireAllUsed() {
        if (!hints.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to rename as '%s' says"
                    .formatted(hints.get(0).statement().sql()));
        }
    }
}
