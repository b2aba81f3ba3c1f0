package dev.waymark.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The definition of an index, as PostgreSQL prints it.
 *
 * @param unique whether it is unique
 * @param method its access method
 * @param elements its columns and expressions with all that is said of each
 * @param rest what comes after them
 */
record IndexText(boolean unique, String method, List<String> elements, String rest) {

    private static final String USING = " USING ";
    private static final String WHERE = " WHERE ";
    private static final Pattern COLUMN = Pattern.compile("(\"(?:[^\"]|\"\")+\"|[\\p{Ll}_][\\p{Ll}\\p{N}_$]*)(| .*)");

    static IndexText of(String definition) {
        int using = definition.indexOf(USING) + USING.length();
        int open = definition.indexOf('(', using);
        int close = Parentheses.closing(definition, open);
        return new IndexText(
                definition.startsWith("CREATE UNIQUE "),
                definition.substring(using, open).strip(),
                Parentheses.split(definition.substring(open + 1, close)),
                definition.substring(close + 1));
    }

    /** Whether a model of jOOQ could say all of it. */
    boolean isPlain() {
        return method.equals("btree")
                && rest.isEmpty()
                && elements.stream().allMatch(element -> said(element).equals(Optional.of(element)));
    }

    /** Whether it is what a model says, as far as jOOQ has words: columns, descending or not, and a condition. */
    boolean isSaidBy(IndexText model) {
        return unique == model.unique
                && said().equals(model.said())
                && (model.where().isEmpty() || model.where().equals(where()));
    }

    private Optional<String> where() {
        int at = rest.indexOf(WHERE);
        return at < 0 ? Optional.empty() : Optional.of(rest.substring(at));
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        elements.forEach(element -> said(element).ifPresent(said::add));
        return said;
    }

    /** A column, without collation, operator class and place of nulls; empty for an expression. */
    private static Optional<String> said(String element) {
        Matcher column = COLUMN.matcher(element);
        return column.matches()
                ? Optional.of(column.group(1) + (column.group(2).contains(" DESC") ? " DESC" : ""))
                : Optional.empty();
    }
}
