/** What sessions of all databases share: watching statements, trying again, the events of statements. */
package dev.waymark.session;
