package dev.waymark.neo4j;

import dev.waymark.error.SchemaConflictException;
import dev.waymark.error.StatementFailedException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Record;

/**
 * What a migration works with on Neo4j. Since a transaction of Neo4j changes either data or schema, a step is a
 * sequence of stages: what follows each other of {@link #run}, {@link #query} and {@link #script} is one data stage, in
 * one transaction; each call of {@link #schema()}'s is a schema stage; each batched call is a batched stage. Every
 * stage is recorded as it is committed, so a step that was interrupted goes on behind its last finished stage: the
 * calls of finished stages then change nothing and answer what they answered.
 *
 * <p>Valid only during the call that it was handed to, and only in that thread.
 */
public interface CypherContext {

    /**
     * Runs one statement in the data stage.
     *
     * @param cypher one statement that reads or writes data
     * @return what it changed
     * @throws StatementFailedException if the server refuses it, or it belongs into another kind of stage
     */
    default Changes run(String cypher) {
        return run(cypher, Map.of());
    }

    /**
     * Runs one statement in the data stage.
     *
     * <p>The history keeps what was run, with its values: a secret does not belong here.
     *
     * @param cypher one statement that reads or writes data
     * @param parameters its parameters by name; values that the driver takes, null among them
     * @return what it changed
     * @throws StatementFailedException if the server refuses it, or it belongs into another kind of stage
     */
    Changes run(String cypher, Map<String, ?> parameters);

    /**
     * Runs one statement in the data stage, and reads all that it returns.
     *
     * @param cypher one statement
     * @param mapper makes a value of each record
     * @param <T> the kind of value
     * @return the values, in the order of the records
     * @throws StatementFailedException if the server refuses it
     */
    default <T> List<T> query(String cypher, Function<Record, T> mapper) {
        return query(cypher, Map.of(), mapper);
    }

    /**
     * Runs one statement in the data stage, and reads all that it returns. What a finished stage has read is read anew
     * when a step goes on: a migration whose statements are steered by it may not fit its own record any more.
     *
     * @param cypher one statement
     * @param parameters its parameters by name
     * @param mapper makes a value of each record
     * @param <T> the kind of value
     * @return the values, in the order of the records
     * @throws StatementFailedException if the server refuses it
     */
    <T> List<T> query(String cypher, Map<String, ?> parameters, Function<Record, T> mapper);

    /**
     * Runs the statements of a resource, encoded in UTF-8 and separated by semicolons. Each goes into the stage that it
     * belongs to: data statements that follow each other into one, schema commands that follow each other into one, and
     * each {@code CALL { ... } IN TRANSACTIONS} into one of its own.
     *
     * @param resource its name: relative to the migration's class, or absolute with a leading slash
     * @throws IllegalArgumentException if there is no such resource
     * @throws StatementFailedException if the server refuses a statement
     */
    void script(String resource);

    /**
     * {@return what makes and drops constraints and indexes} Each of its calls is a stage of its own.
     *
     * @throws SchemaConflictException by its calls, if another constraint or index is in the way
     */
    SchemaContext schema();

    /**
     * Runs one statement with {@code CALL { ... } IN TRANSACTIONS} as a batched stage. The server commits batch by
     * batch, so the statement must leave out what is done already: if it is interrupted, it is run again. It must end
     * in {@code REPORT STATUS AS s} followed by {@code RETURN s} or the like if it says {@code ON ERROR CONTINUE} or
     * {@code BREAK}; a status with an error message fails the step.
     *
     * @param cypher one statement
     * @param parameters its parameters by name
     * @return what it changed
     * @throws StatementFailedException if the server refuses it, or a batch failed
     */
    Changes inTransactions(String cypher, Map<String, ?> parameters);

    /**
     * Runs a batch as a batched stage of its own. Each page is one transaction, in which it is also recorded how far
     * the stage came: each page is made exactly once, and a step that was interrupted goes on behind its last page. A
     * page that has to give way to other transactions is tried again for as long as {@code retryFor} says.
     *
     * <p>Listeners are told of each page; the log says after each {@code reportAfter} how many rows are done, and how
     * fast. What the record keeps of it is run again in the same way if the record is all there is to go back by.
     *
     * @param batch what to do
     * @return what all its pages changed
     * @throws StatementFailedException if it is refused, or the server refuses a page; the pages before it stay
     */
    Changes batches(Batch batch);

    /** {@return what renames and moves data, in batches} Each of its calls is a batched stage of its own. */
    default Refactoring refactor() {
        return new BatchedRefactoring(this, Batch.USUAL);
    }
}
