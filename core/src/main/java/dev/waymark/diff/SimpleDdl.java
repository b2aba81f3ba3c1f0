package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Schemas, extensions, servers and user mappings. */
final class SimpleDdl implements KindDdl {

    private static final Pattern NUMBERS = Pattern.compile("[^0-9]+");

    @Override
    public List<String> create(SchemaObject object, Surroundings schema) {
        String create = "create " + ObjectNames.full(object.id());
        String options =
                object.list("options").isEmpty() ? "" : " options " + Parameters.options(object.list("options"));
        return List.of(
                switch (object.id().kind()) {
                    case EXTENSION ->
                        create + " with schema " + Identifiers.quoted(object.require("schema")) + " version "
                                + Identifiers.literal(object.require("version"));
                    case SERVER ->
                        create
                                + object.get("type")
                                        .map(type -> " type " + Identifiers.literal(type))
                                        .orElse("")
                                + object.get("version")
                                        .map(version -> " version " + Identifiers.literal(version))
                                        .orElse("")
                                + " foreign data wrapper " + Identifiers.quoted(object.require("wrapper")) + options;
                    default -> create + options;
                });
    }

    @Override
    public List<String> drop(SchemaObject object) {
        return List.of("drop " + ObjectNames.full(object.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (isAnother(from, to)) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        String alter = "alter " + ObjectNames.full(to.id());
        if (!from.sameIn("version", to)) {
            String update = to.id().kind() == ObjectKind.EXTENSION ? " update to " : " version ";
            statements.add(alter + update + Identifiers.literal(to.require("version")));
        }
        if (!from.sameIn("schema", to)) {
            statements.add(alter + " set schema " + Identifiers.quoted(to.require("schema")));
        }
        if (!from.sameIn("options", to)) {
            statements.add(alter + " options " + Parameters.optionChanges(from.list("options"), to.list("options")));
        }
        return Optional.of(statements);
    }

    private static boolean isAnother(SchemaObject from, SchemaObject to) {
        return switch (to.id().kind()) {
            case SERVER ->
                !from.sameIn("wrapper", to) || !from.sameIn("type", to) || (from.has("version") && !to.has("version"));
            case EXTENSION ->
                (to.has("fixed") && !from.sameIn("schema", to))
                        || isOlder(to.require("version"), from.require("version"));
            default -> false;
        };
    }

    /** Extensions have scripts that lead to newer versions, and hardly any that lead back. */
    private static boolean isOlder(String version, String than) {
        List<String> left = NUMBERS.splitAsStream(version).toList();
        List<String> right = NUMBERS.splitAsStream(than).toList();
        for (int at = 0; at < Math.min(left.size(), right.size()); at++) {
            int order = new BigInteger("0" + left.get(at)).compareTo(new BigInteger("0" + right.get(at)));
            if (order != 0) {
                return order < 0;
            }
        }
        return left.size() < right.size();
    }
}
