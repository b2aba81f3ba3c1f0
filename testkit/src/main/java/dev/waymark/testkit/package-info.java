/** The checks that prove every revision. */
package dev.waymark.testkit;
