/** What a database looks like, as a value. */
package dev.waymark.schema;
