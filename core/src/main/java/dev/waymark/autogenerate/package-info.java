/** From a model to a diff to the Java source of a revision; check and drift. */
package dev.waymark.autogenerate;
