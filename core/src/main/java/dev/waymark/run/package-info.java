/** Walks a plan through a port: the database, its lock, its history, events and reports. */
package dev.waymark.run;
