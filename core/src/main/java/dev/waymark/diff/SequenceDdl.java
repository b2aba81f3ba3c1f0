package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.SchemaObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sequences; who owns one is an object of its own. */
final class SequenceDdl implements KindDdl {

    private static final Map<String, Integer> BITS = Map.of("smallint", 15, "integer", 31, "bigint", 63);

    @Override
    public List<String> create(SchemaObject sequence, Surroundings schema) {
        List<String> options = new ArrayList<>();
        if (!sequence.require("type").equals("bigint")) {
            options.add(" as " + sequence.require("type"));
        }
        option(sequence, "increment", "1", "increment by", options);
        option(sequence, "minimum", usual(sequence, "minimum"), "minvalue", options);
        option(sequence, "maximum", usual(sequence, "maximum"), "maxvalue", options);
        String start = descending(sequence) ? sequence.require("maximum") : sequence.require("minimum");
        option(sequence, "start", start, "start with", options);
        option(sequence, "cache", "1", "cache", options);
        sequence.get("cycle").ifPresent(cycle -> options.add(" cycle"));
        String kind = sequence.has("persistence") ? "create unlogged sequence " : "create sequence ";
        return List.of(kind + name(sequence) + String.join("", options));
    }

    private static void option(
            SchemaObject sequence, String attribute, String usual, String words, List<String> options) {
        String value = sequence.require(attribute);
        if (!value.equals(usual)) {
            options.add(" " + words + " " + value);
        }
    }

    private static boolean descending(SchemaObject sequence) {
        return sequence.require("increment").startsWith("-");
    }

    /** The bound that PostgreSQL gives a sequence of this type and direction. */
    private static String usual(SchemaObject sequence, String bound) {
        BigInteger limit = BigInteger.ONE.shiftLeft(BITS.getOrDefault(sequence.require("type"), 63));
        if (bound.equals("minimum")) {
            return descending(sequence) ? limit.negate().toString() : "1";
        }
        return descending(sequence) ? "-1" : limit.subtract(BigInteger.ONE).toString();
    }

    @Override
    public List<String> drop(SchemaObject sequence) {
        return List.of("drop sequence " + name(sequence));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        List<String> options = new ArrayList<>();
        boolean retyped = !from.sameIn("type", to);
        if (retyped) {
            options.add(" as " + to.require("type"));
        }
        change(from, to, "increment", "increment by", options);
        changeBound(from, to, "minimum", "minvalue", options);
        changeBound(from, to, "maximum", "maxvalue", options);
        change(from, to, "start", "start with", options);
        change(from, to, "cache", "cache", options);
        if (!from.sameIn("cycle", to)) {
            options.add(to.has("cycle") ? " cycle" : " no cycle");
        }
        if (SequenceBounds.apart(
                from.require("minimum"), from.require("maximum"), to.require("minimum"), to.require("maximum"))) {
            options.add(" restart");
        }
        List<String> statements = new ArrayList<>();
        if (!options.isEmpty()) {
            statements.addAll(SequenceBounds.lifted(
                    name(to), from.require("minimum"), to.require("minimum"), from.require("maximum")));
            statements.add("alter sequence " + name(to) + String.join("", options));
        }
        if (!from.sameIn("persistence", to)) {
            statements.add("alter sequence " + name(to) + (to.has("persistence") ? " set unlogged" : " set logged"));
        }
        return Optional.of(statements);
    }

    /** A change of type takes along a bound that was the old type's own; it is said only where it has to be. */
    private static void changeBound(
            SchemaObject from, SchemaObject to, String bound, String words, List<String> options) {
        boolean follows = from.require(bound).equals(usual(from, bound))
                && to.require(bound).equals(usual(to, bound));
        boolean sameDirection = descending(from) == descending(to);
        if (!follows || !sameDirection) {
            change(from, to, bound, words, options);
        }
    }

    private static void change(
            SchemaObject from, SchemaObject to, String attribute, String words, List<String> options) {
        if (!from.sameIn(attribute, to)) {
            options.add(" " + words + " " + to.require(attribute));
        }
    }

    private static String name(SchemaObject sequence) {
        return Identifiers.qualified(sequence.id().path());
    }
}
