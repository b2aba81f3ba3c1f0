package dev.waymark.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one revision does, whichever tool runs it.
 *
 * @param up the statement that goes up
 * @param down the statement that goes down
 * @param transactional whether it may run in a transaction
 */
record Ddl(String up, String down, boolean transactional) {

    /** {@return a revision that creates the table of that number} */
    static Ddl table(int number) {
        return new Ddl(Work.createTable(number), "drop table item_" + number, true);
    }

    /** {@return so many revisions, each of which creates a table} */
    static List<Ddl> tables(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Ddl::table).toList();
    }

    /** {@return a revision that makes the node of that number, on Neo4j} */
    static Ddl node(int number) {
        return new Ddl(
                "CREATE (:Bench {i: %d})".formatted(number),
                "MATCH (b:Bench {i: %d}) DELETE b".formatted(number),
                true);
    }

    /** {@return so many revisions, each of which makes a node} */
    static List<Ddl> nodes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Ddl::node).toList();
    }

    /** {@return a revision that adds a column to the first table} */
    static Ddl column() {
        return new Ddl(
                "alter table item_1 add column note text default 'none'", "alter table item_1 drop column note", true);
    }

    /** {@return a revision that takes so long and changes nothing} */
    static Ddl pause(int seconds) {
        return new Ddl("select pg_sleep(" + seconds + ")", "select 1", true);
    }

    /** {@return a revision that indexes the first table without blocking its writers} */
    static Ddl concurrentIndex(String condition) {
        return new Ddl(
                "create index concurrently " + condition + "item_1_name on item_1 (name)",
                "drop index concurrently item_1_name",
                false);
    }
}
