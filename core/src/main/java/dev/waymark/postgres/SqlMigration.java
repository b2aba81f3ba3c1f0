package dev.waymark.postgres;

import dev.waymark.migration.Migration;

/** A migration of a PostgreSQL database. */
public interface SqlMigration extends Migration<SqlContext> {}
