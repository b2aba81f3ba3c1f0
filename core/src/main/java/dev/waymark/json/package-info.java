/** The one place that knows how JSON is written. */
package dev.waymark.json;
