package dev.waymark.diff;

import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Functions and procedures.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION, Overloading</a>
 */
final class RoutineDdl implements KindDdl {

    private static final Pattern DEFAULT = Pattern.compile(" (DEFAULT|=) ");

    @Override
    public List<String> create(SchemaObject routine, Surroundings schema) {
        return List.of(Definitions.stable(routine));
    }

    @Override
    public List<String> drop(SchemaObject routine) {
        return List.of("drop " + ObjectNames.full(routine.id()));
    }

    @Override
    public Optional<List<String>> alter(SchemaObject from, SchemaObject to, Surroundings schema) {
        if (from.sameIn("definition", to)) {
            return Optional.of(List.of());
        }
        boolean sameResult = from.sameIn("result", to) && isWindow(from) == isWindow(to);
        return sameResult && keepsArguments(from, to) ? Optional.of(List.of(Definitions.stable(to))) : Optional.empty();
    }

    private static boolean isWindow(SchemaObject routine) {
        return routine.id().kind() == ObjectKind.FUNCTION
                && Pattern.compile("(?m)^ ?.*\\bWINDOW\\b")
                        .matcher(head(routine))
                        .find();
    }

    /** What stands before the body. */
    private static String head(SchemaObject routine) {
        String definition = routine.require("definition");
        int body = definition.indexOf("\nAS ");
        return body < 0 ? definition : definition.substring(0, body);
    }

    /** Names of arguments can't be changed and defaults can't be removed; other things can. */
    private static boolean keepsArguments(SchemaObject from, SchemaObject to) {
        List<String> before = arguments(from.require("arguments"));
        List<String> after = arguments(to.require("arguments"));
        if (before.size() != after.size()) {
            return false;
        }
        for (int at = 0; at < before.size(); at++) {
            boolean sameName = plain(before.get(at)).equals(plain(after.get(at)));
            boolean losesDefault = hasDefault(before.get(at)) && !hasDefault(after.get(at));
            if (!sameName || losesDefault) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDefault(String argument) {
        return DEFAULT.matcher(argument).find();
    }

    private static String plain(String argument) {
        return DEFAULT.split(argument, 2)[0];
    }

    /** The arguments one by one: commas within quotes and parentheses separate nothing. */
    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        char quote = 0;
        for (char letter : text.toCharArray()) {
            quote = quote == 0 ? (letter == '\'' || letter == '"' ? letter : 0) : letter == quote ? 0 : quote;
            depth += quote != 0 ? 0 : "([".indexOf(letter) >= 0 ? 1 : ")]".indexOf(letter) >= 0 ? -1 : 0;
            if (letter == ',' && depth == 0 && quote == 0) {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
            } else {
                argument.append(letter);
            }
        }
        if (!argument.isEmpty()) {
            arguments.add(argument.toString().strip());
        }
        return arguments;
    }
}
