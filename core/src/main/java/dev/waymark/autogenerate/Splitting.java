package dev.waymark.autogenerate;

import dev.waymark.diff.DdlStatement;
import dev.waymark.error.ProofFailedException;
import dev.waymark.error.StatementFailedException;
import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Splits a way into legs that can be a transaction each, up and down. The schema between two legs is made in a scratch
 * database and read, so that each leg is a whole diff of its own.
 */
final class Splitting {

    /** Beyond this, a leg is left without a transaction. */
    private static final int MOST_LEGS = 12;

    private final Workshop workshop;
    private final List<DdlStatement> first;
    private final List<Leg> legs = new ArrayList<>();

    /**
     * Makes a splitting.
     *
     * @param workshop where schemas are made
     * @param first the statements that lead from the head to where the way begins
     */
    Splitting(Workshop workshop, List<DdlStatement> first) {
        this.workshop = workshop;
        this.first = first;
    }

    /** The legs from one schema to another. */
    List<Leg> legs(SchemaSnapshot from, SchemaSnapshot to) {
        split(Leg.between(from, to), first);
        return legs;
    }

    private void split(Leg leg, List<DdlStatement> path) {
        Optional<SchemaSnapshot> middle = legs.size() < MOST_LEGS ? middle(leg, path) : Optional.empty();
        if (middle.isEmpty()) {
            legs.add(leg);
            return;
        }
        Leg lower = Leg.between(leg.before(), middle.get());
        split(lower, path);
        split(Leg.between(middle.get(), leg.after()), joined(path, lower.diff().up()));
    }

    /** Where a leg can be split; empty if it need not be, or can't. */
    private Optional<SchemaSnapshot> middle(Leg leg, List<DdlStatement> path) {
        List<DdlStatement> up = leg.diff().up();
        List<DdlStatement> down = leg.diff().down();
        OptionalInt above = Leg.boundary(up);
        OptionalInt below = Leg.boundary(down);
        if (above.isEmpty() && below.isEmpty()) {
            return Optional.empty();
        }
        List<DdlStatement> way = above.isPresent()
                ? joined(path, up.subList(0, above.getAsInt()))
                : joined(joined(path, up), down.subList(0, below.getAsInt()));
        SchemaSnapshot middle = made(way);
        boolean parts = !Leg.between(leg.before(), middle).diff().isEmpty()
                && !Leg.between(middle, leg.after()).diff().isEmpty();
        return parts ? Optional.of(middle) : Optional.empty();
    }

    /** What statements make of the head. */
    SchemaSnapshot made(List<DdlStatement> way) {
        try (ScratchDatabase database = workshop.openAtHead()) {
            database.apply(way);
            return workshop.read(database);
        } catch (StatementFailedException e) {
            throw ProofFailedException.refused("on the way up", e);
        }
    }

    static List<DdlStatement> joined(List<DdlStatement> one, List<DdlStatement> other) {
        List<DdlStatement> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
