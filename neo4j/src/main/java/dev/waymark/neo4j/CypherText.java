package dev.waymark.neo4j;

import dev.waymark.error.StatementFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of statements from their text; comments, strings and quoted names are left out of sight. */
final class CypherText {

    /** Comments, strings and quoted names; the server's grammar allows a backslash to escape in strings alone. */
    private static final Pattern OPAQUE = Pattern.compile(
            "//[^\\n]*|/\\*.*?(?:\\*/|\\z)|'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|`[^`]*+`", Pattern.DOTALL);

    private static final Pattern LANGUAGE = Pattern.compile("\\ACYPHER\\s+(?:\\d+\\s+|\\w+\\s*=\\s*\\w+\\s+)*");
    private static final Pattern BATCHES =
            Pattern.compile("\\}\\s*IN\\s+(?:\\S+\\s+CONCURRENT\\s+)?TRANSACTIONS\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON =
            Pattern.compile("\\b(?:ON\\s+ERROR|THEN)\\s+(?:CONTINUE|BREAK)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPORTS = Pattern.compile("\\bREPORT\\s+STATUS\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)");

    private static final Set<String> SCHEMA_VERBS = Set.of("CREATE", "DROP");
    private static final Set<String> INDEX_KINDS = Set.of("RANGE", "TEXT", "POINT", "FULLTEXT", "VECTOR", "LOOKUP");

    private CypherText() {}

    /** The statements of a text, which semicolons separate. */
    static List<String> statements(String text) {
        String visible = visible(text);
        List<String> statements = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = visible.indexOf(';', start) < 0 ? text.length() : visible.indexOf(';', start);
            if (!visible.substring(start, end).isBlank()) {
                statements.add(text.substring(start, end).strip());
            }
            start = end + 1;
        }
        return statements;
    }

    /** The kind of stage that a statement belongs into. */
    static StageKind kind(String statement) {
        String visible = visible(statement).strip().toUpperCase(Locale.ROOT);
        if (BATCHES.matcher(visible).find()) {
            return StageKind.BATCHED;
        }
        return isSchemaCommand(LANGUAGE.matcher(visible).replaceFirst("")) ? StageKind.SCHEMA : StageKind.DATA;
    }

    private static boolean isSchemaCommand(String visible) {
        List<String> words = Arrays.stream(visible.split("[\\s(]+", 5)).toList();
        if (visible.startsWith("ALTER") && words.size() > 3) {
            return words.subList(1, 4).equals(List.of("CURRENT", "GRAPH", "TYPE"));
        }
        if (words.size() < 2 || !SCHEMA_VERBS.contains(words.get(0))) {
            return false;
        }
        boolean plain = words.get(1).equals("INDEX") || words.get(1).equals("CONSTRAINT");
        return plain
                || (words.size() > 2
                        && INDEX_KINDS.contains(words.get(1))
                        && words.get(2).equals("INDEX"));
    }

    static void requireData(String statement) {
        switch (kind(statement)) {
            case DATA -> {
                // it is where it belongs
            }
            case SCHEMA ->
                throw misplaced(statement, "changes the schema", "run it by schema(), in a stage of its own.");
            case BATCHED ->
                throw misplaced(
                        statement, "commits batch by batch", "run it by inTransactions(), in a stage of its own.");
        }
    }

    /** A check may show what is there, and changes nothing. */
    static void requireCheck(String statement) {
        if (kind(statement) != StageKind.DATA) {
            throw misplaced(statement, "is no check", "let a check only read.");
        }
    }

    /** Whether a statement has a parameter. */
    static boolean uses(String statement, String parameter) {
        return PARAMETER.matcher(visible(statement)).results().anyMatch(match -> match.group(1)
                .equals(parameter));
    }

    static void requireSchema(String statement) {
        if (kind(statement) != StageKind.SCHEMA) {
            throw misplaced(statement, "is no schema command", "run it by run() or inTransactions().");
        }
    }

    static void requireBatches(String statement) {
        if (kind(statement) != StageKind.BATCHED) {
            throw misplaced(statement, "has no CALL { ... } IN TRANSACTIONS", "run it by run() or schema().");
        }
        String visible = visible(statement);
        if (GOES_ON.matcher(visible).find() && !REPORTS.matcher(visible).find()) {
            throw misplaced(
                    statement,
                    "goes on after a batch that failed, and does not say so",
                    "let it end in REPORT STATUS AS s RETURN s, or leave ON ERROR out.");
        }
    }

    private static StatementFailedException misplaced(String statement, String what, String remedy) {
        return new StatementFailedException(
                statement, "", remedy, new IllegalArgumentException("This statement " + what + " and was not run"));
    }

    /** A statement with its parameters' values in their places, for the record. */
    static String rendered(String cypher, Map<String, ?> parameters) {
        if (parameters.isEmpty()) {
            return cypher.strip();
        }
        StringBuilder rendered = new StringBuilder();
        Matcher matcher = PARAMETER.matcher(visible(cypher));
        int rest = 0;
        while (matcher.find()) {
            rendered.append(cypher, rest, matcher.start());
            rendered.append(
                    parameters.containsKey(matcher.group(1))
                            ? CypherLiteral.of(parameters.get(matcher.group(1)))
                            : matcher.group());
            rest = matcher.end();
        }
        return rendered.append(cypher.substring(rest)).toString().strip();
    }

    /** A text of the same length, with blanks for what is opaque. */
    private static String visible(String text) {
        return OPAQUE.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
    }
}
