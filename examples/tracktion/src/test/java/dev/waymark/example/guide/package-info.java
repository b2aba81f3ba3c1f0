/** The migrations that the guide shows. They go on where Tracktion's history ends, and are not part of it. */
@NullMarked
package dev.waymark.example.guide;

import org.jspecify.annotations.NullMarked;
