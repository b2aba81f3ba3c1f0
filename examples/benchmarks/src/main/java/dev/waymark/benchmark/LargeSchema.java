package dev.waymark.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A schema of many tables, each with ten columns, a primary key, a foreign key, two more constraints and two indexes.
 */
final class LargeSchema {

    private static final int AT_ONCE = 50;

    private static final String TABLE = """
            create table item_%1$d (
                id bigint generated always as identity primary key,
                parent_id bigint references item_%2$d,
                name text not null unique,
                created_at timestamptz not null default now(),
                amount numeric(12, 2) check (amount >= 0),
                state text not null default 'new',
                rank integer,
                ratio double precision,
                day date,
                details jsonb);
            create index on item_%1$d (parent_id);
            create index on item_%1$d (state, created_at desc) where rank > 1;
            """;

    private LargeSchema() {}

    /** Makes so many tables; a server doesn't like the locks of all of them in one transaction. */
    static void create(Connection connection, int tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int first = 0; first < tables; first += AT_ONCE) {
                statement.execute(IntStream.range(first, Math.min(first + AT_ONCE, tables))
                        .mapToObj(number -> TABLE.formatted(number, Math.max(number - 1, 0)))
                        .collect(Collectors.joining()));
            }
        }
    }
}
