package dev.waymark.neo4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of much data, made page by page: one statement, run again and again, each time in a transaction of its own.
 * It returns one row with
 *
 * <ul>
 *   <li>{@code rows}, how much it has found to do; a page of none is the last one;
 *   <li>optionally {@code refused}, a text: if it is not null, the page is rolled back and the step fails with it.
 * </ul>
 *
 * @param checks statements that only read, run before the first page; each may return rows with {@code refused}
 * @param page the statement; {@code $size} in it is the size of a page, and {@code $after}, if it is there, the key
 *     that the last page ended with
 * @param size how much a page has at most, from 1 to 100 000; by default 10 000
 * @param parameters other parameters of the statements; the history keeps their values
 */
public record Batch(List<String> checks, String page, int size, Map<String, ?> parameters) {

    private static final String SIZE = "size";
    private static final String AFTER = "after";
    private static final String BEHIND = " > $after";
    static final int USUAL = 10_000;
    private static final int MOST = 100_000;

    /** @throws IllegalArgumentException if the size is out of its bounds, or the statement does not use it */
    public Batch {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("size is %d: use 1 to %d".formatted(size, MOST));
        }
        if (!CypherText.uses(page, SIZE)) {
            throw new IllegalArgumentException("The statement of a page must use $size: " + page.strip());
        }
        if (parameters.containsKey(SIZE) || parameters.containsKey(AFTER)) {
            throw new IllegalArgumentException("$size and $after are given by each page");
        }
        checks = List.copyOf(checks);
        parameters = Collections.unmodifiableMap(new HashMap<>(parameters));
    }

    /**
     * {@return a batch whose statement finds what is left to do} It takes at most {@code $size} of that, and changes it
     * so that it is not found again. It goes on until nothing is left, which also covers what others write meanwhile.
     *
     * @param page the statement, as in {@code MATCH (n:Old) WITH n LIMIT $size SET n:New REMOVE n:Old RETURN count(n)
     *     AS rows}
     * @throws IllegalArgumentException if it does not use {@code $size}
     */
    public static Batch untilNothingIsLeft(String page) {
        return new Batch(List.of(), page, USUAL, Map.of());
    }

    /**
     * {@return a batch over the nodes of a label, in the order of a key; each node has its turn once} For where nothing
     * tells what is done from what is not. A uniqueness or key constraint must stand on the key, every node must have
     * it, and all keys must be strings, numbers, dates or local date-times; otherwise it is refused before the first
     * page. Nodes that are added meanwhile behind the pages already made are left out.
     *
     * @param label the label
     * @param key the property
     * @param work what is done to a node {@code n}: clauses that could end a {@code CALL (n) { ... }}
     */
    public static Batch overNodes(String label, String key, String work) {
        return over(EntityType.NODE, label, key, work);
    }

    /**
     * {@return a batch over the relationships of a type, in the order of a key}; otherwise as {@link #overNodes}.
     *
     * @param type the type
     * @param key the property
     * @param work what is done to a relationship {@code r}: clauses that could end a {@code CALL (r) { ... }}
     */
    public static Batch overRelationships(String type, String key, String work) {
        return over(EntityType.RELATIONSHIP, type, key, work);
    }

    private static Batch over(EntityType entity, String labelOrType, String key, String work) {
        String pattern = entity.patternFrom(labelOrType);
        String variable = entity.variable();
        String keyed = CypherNames.properties(variable, List.of(key));
        String page = """
                MATCH %1$s WHERE %2$s > $after
                WITH %3$s ORDER BY %2$s LIMIT $size
                CALL (%3$s) {
                %4$s
                }
                RETURN count(%3$s) AS rows, max(%2$s) AS after""".formatted(pattern, keyed, variable, work.strip());
        return new Batch(
                List.of(BatchCypher.unique(entity, labelOrType, key), BatchCypher.ordered(pattern, keyed)),
                page,
                USUAL,
                Map.of());
    }

    /**
     * {@return this batch with pages of another size}
     *
     * @param newSize from 1 to 100 000
     * @throws IllegalArgumentException if it is out of its bounds
     */
    public Batch inPagesOf(int newSize) {
        return new Batch(checks, page, newSize, parameters);
    }

    /**
     * {@return this batch with parameters for its statements}
     *
     * @param newParameters values by name; a secret does not belong here
     * @throws IllegalArgumentException if one is {@code size} or {@code after}
     */
    public Batch with(Map<String, ?> newParameters) {
        return new Batch(checks, page, size, newParameters);
    }

    /**
     * {@return this batch with one more check before its first page}
     *
     * @param check a statement that only reads, and returns rows with {@code refused}, a text, where the batch must not
     *     begin
     */
    public Batch unless(String check) {
        List<String> more = new ArrayList<>(checks);
        more.add(check);
        return new Batch(more, page, size, parameters);
    }

    /** The batch that a record has. */
    static Batch recorded(String text) {
        List<String> statements = CypherText.statements(text);
        int last = statements.size() - 1;
        return new Batch(statements.subList(0, last), statements.get(last), USUAL, Map.of());
    }

    /** All of it as text, without values. */
    String cypher() {
        return joined(Map.of());
    }

    /** All of it as text, with the values of its own parameters. */
    String text() {
        return joined(parameters);
    }

    private String joined(Map<String, ?> values) {
        return Stream.concat(checks.stream(), Stream.of(page))
                .map(statement -> CypherText.rendered(statement, values))
                .collect(Collectors.joining(";\n"));
    }

    /** Whether pages go on behind the last key. */
    boolean isKeyed() {
        return CypherText.uses(page, AFTER);
    }

    /** The statement of the page behind a key; the first page is behind none. */
    String pageAfter(Optional<Object> key) {
        return isKeyed() && key.isEmpty() ? page.replaceFirst(Pattern.quote(BEHIND), " IS NOT NULL") : page;
    }

    /** The parameters of the page behind a key. */
    Map<String, Object> parametersAfter(Optional<Object> key) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(SIZE, size);
        key.ifPresent(value -> all.put(AFTER, value));
        return all;
    }
}
