package dev.waymark.example.tracktion;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * How much of Tracktion the catalog holds; Waymark's history tables don't count.
 *
 * @param tables how many tables
 * @param indexes how many indexes, those of constraints among them
 * @param constraints how many constraints of tables
 */
record CatalogCounts(int tables, int indexes, int constraints) {

    private static final String COUNT = """
            with our_table as (
                select oid from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname !~ '^waymark_'
            )
            select (select count(*) from our_table),
                   (select count(*) from pg_index where indrelid in (select oid from our_table)),
                   (select count(*) from pg_constraint where conrelid in (select oid from our_table))
            """;

    static CatalogCounts of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return new CatalogCounts(row.getInt(1), row.getInt(2), row.getInt(3));
        }
    }
}
