/**
 * Waymark beside a plain-JDBC limit, Flyway and Liquibase, measured in one run on one embedded PostgreSQL; and what
 * becomes of them, and of Alembic, when something goes wrong.
 */
@NullMarked
package dev.waymark.benchmark;

import org.jspecify.annotations.NullMarked;
