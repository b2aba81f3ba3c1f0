package dev.waymark.postgres;

import dev.waymark.error.StatementFailedException;
import java.sql.Connection;
import java.util.List;
import org.jooq.DSLContext;

/**
 * What a migration works with on PostgreSQL: the connection of its step, inside the transaction of its step. Valid only
 * during the call that it was handed to, and only in that thread.
 */
public interface SqlContext {

    /**
     * Runs SQL. Without bind values it may be several statements, separated by semicolons, and {@code ?} has no special
     * meaning; with bind values it is one statement with a {@code ?} for each, and an operator that contains a question
     * mark writes it as {@code ??}. A function whose body is written {@code BEGIN ATOMIC ... END} comes last in its
     * text, since the driver looks for no further statement after it.
     *
     * <p>The history keeps what was run, with its values: a secret does not belong here.
     *
     * @param sql one statement or several
     * @param binds a value for each {@code ?}; elements may be null
     * @return how many rows the last statement inserted, updated or deleted; 0 if it does none of that
     * @throws StatementFailedException if the server refuses a statement
     */
    int execute(String sql, Object... binds);

    /**
     * Runs one statement that returns rows, and reads all of them.
     *
     * @param sql one statement
     * @param mapper makes a value of each row
     * @param binds a value for each {@code ?}; elements may be null
     * @param <T> the kind of value
     * @return the values, in the order of the rows
     * @throws StatementFailedException if the server refuses the statement
     */
    <T> List<T> query(String sql, RowMapper<T> mapper, Object... binds);

    /**
     * Runs the statements of a resource, encoded in UTF-8, as {@link #execute} does.
     *
     * @param resource its name: relative to the migration's class, or absolute with a leading slash
     * @throws IllegalArgumentException if there is no such resource
     * @throws StatementFailedException if the server refuses a statement
     */
    void script(String resource);

    /**
     * {@return jOOQ on the step's connection, inside its transaction} Needs jOOQ on the class path. The first use in a
     * JVM costs about a second.
     */
    DSLContext dsl();

    /**
     * {@return the step's connection} It refuses {@code commit}, {@code rollback}, {@code close} and a change of
     * autocommit; savepoints are allowed.
     */
    Connection connection();
}
