package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Storage parameters, and options of the same form: {@code name=value}. */
final class Parameters {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false|on|off");

    private Parameters() {}

    /** {@code (a=1, b='x')}. */
    static String list(List<String> parameters) {
        return parameters.stream().map(Parameters::setting).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code with (a=1) }, with a blank before it; nothing if there is none. */
    static String with(List<String> parameters) {
        return parameters.isEmpty() ? "" : " with " + list(parameters);
    }

    /**
     * The statements that lead from some parameters to others.
     *
     * @param statement how each begins, as in {@code alter table public.t}
     */
    static List<String> changes(String statement, List<String> from, List<String> to) {
        Map<String, String> before = byName(from);
        Map<String, String> after = byName(to);
        List<String> statements = new ArrayList<>();
        List<String> set = to.stream()
                .filter(one -> !from.contains(one))
                .map(Parameters::setting)
                .toList();
        if (!set.isEmpty()) {
            statements.add(statement + " set (" + String.join(", ", set) + ")");
        }
        List<String> reset = before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .map(Parameters::name)
                .toList();
        if (!reset.isEmpty()) {
            statements.add(statement + " reset (" + String.join(", ", reset) + ")");
        }
        return statements;
    }

    /** The options of something foreign, as they follow {@code options} in a statement that makes it. */
    static String options(List<String> options) {
        return byName(options).entrySet().stream()
                .map(option -> Identifiers.quoted(option.getKey()) + " " + Identifiers.literal(option.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The options of something foreign that differ, as they follow {@code options} in a statement that alters it. */
    static String optionChanges(List<String> from, List<String> to) {
        Map<String, String> before = byName(from);
        Map<String, String> after = byName(to);
        List<String> changes = new ArrayList<>();
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> changes.add("drop " + Identifiers.quoted(name)));
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                String verb = before.containsKey(name) ? "set " : "add ";
                changes.add(verb + Identifiers.quoted(name) + " " + Identifiers.literal(value));
            }
        });
        return "(" + String.join(", ", changes) + ")";
    }

    private static Map<String, String> byName(List<String> parameters) {
        Map<String, String> byName = new LinkedHashMap<>();
        parameters.forEach(one -> byName.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1)));
        return byName;
    }

    private static String setting(String parameter) {
        int at = parameter.indexOf('=');
        String value = parameter.substring(at + 1);
        return name(parameter.substring(0, at))
                + "="
                + (PLAIN.matcher(value).matches() ? value : Identifiers.literal(value));
    }

    private static String name(String name) {
        return name.startsWith("toast.")
                ? "toast." + Identifiers.quoted(name.substring("toast.".length()))
                : Identifiers.quoted(name);
    }
}
