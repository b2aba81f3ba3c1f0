package dev.waymark.neo4j;

import dev.waymark.error.IndexNotOnlineException;
import dev.waymark.error.SchemaConflictException;
import dev.waymark.error.StatementFailedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes and drops constraints and indexes. Each call is a schema stage of its own: one transaction, in which all of it
 * is made or nothing, followed by waiting until the indexes are online. A schema command waits for every open
 * transaction that has written something of its label; after {@code lockTimeout} it is ended and tried again, so that
 * others do not queue behind it.
 */
public interface SchemaContext {

    /**
     * Makes constraints and indexes. What is there already under the same name is left as it is; what is there under
     * another name is left too, and said in the log.
     *
     * @param elements what to make, at least one
     * @throws SchemaConflictException if another one is in the way of one of them; nothing is made then
     * @throws IndexNotOnlineException if an index failed, or was not online in time
     */
    void create(SchemaElement... elements);

    /**
     * Makes what is missing of a schema; otherwise as {@link #create}.
     *
     * @param schema what is to be there
     */
    default void apply(GraphSchema schema) {
        create(schema.elements().toArray(SchemaElement[]::new));
    }

    /**
     * Makes constraints and indexes as {@link #create} does, but gives those that are there under other names these
     * ones. Neo4j can't rename: they are dropped and made again, in two transactions, and queries are without them
     * meanwhile.
     *
     * @param elements what to make or to rename, at least one
     * @throws SchemaConflictException if another one is in the way of one of them; nothing is made then
     * @throws IndexNotOnlineException if an index failed, or was not online in time
     */
    void rename(SchemaElement... elements);

    /**
     * Drops constraints and indexes of these names. What is not there is left out, and said in the log; an equal one
     * under another name stays, since {@link #create} did not make it either.
     *
     * @param elements what to drop, at least one
     * @throws SchemaConflictException if another one stands under the name of one of them; nothing is dropped then
     */
    void drop(SchemaElement... elements);

    /**
     * Drops what is in a schema, the last one first; otherwise as {@link #drop(SchemaElement...)}.
     *
     * @param schema what is not to be there
     */
    default void drop(GraphSchema schema) {
        List<SchemaElement> elements = new ArrayList<>(schema.elements());
        Collections.reverse(elements);
        drop(elements.toArray(SchemaElement[]::new));
    }

    /**
     * Runs schema commands as they stand, all of them in one transaction. None should say {@code IF NOT EXISTS}, which
     * says nothing when another one is in the way.
     *
     * @param commands the commands, at least one
     * @throws StatementFailedException if the server refuses one; nothing of the stage is done then
     */
    void run(String... commands);
}
