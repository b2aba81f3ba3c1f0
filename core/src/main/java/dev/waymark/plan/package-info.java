/** What will be done, as a value. */
package dev.waymark.plan;
