/** PostgreSQL behind the port. */
package dev.waymark.postgres;
