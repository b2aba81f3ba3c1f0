/** Waymark beside a plain-JDBC limit, Flyway and Liquibase, measured in one run on one embedded PostgreSQL. */
@NullMarked
package dev.waymark.benchmark;

import org.jspecify.annotations.NullMarked;
