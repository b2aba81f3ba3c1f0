/** The front door: {@link dev.waymark.Revision} and the migrator. */
package dev.waymark;
