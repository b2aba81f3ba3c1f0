/** What statements may do to a live system, and why. */
package dev.waymark.hazard;
