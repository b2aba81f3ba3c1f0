/** The checks that prove every revision, and servers to run them on. */
@NullMarked
package dev.waymark.testkit;

import org.jspecify.annotations.NullMarked;
