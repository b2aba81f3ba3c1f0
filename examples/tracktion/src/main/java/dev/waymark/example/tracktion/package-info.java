/** Tracktion, a music-cataloguing service: its schema taken from base to head and back. */
@NullMarked
package dev.waymark.example.tracktion;

import org.jspecify.annotations.NullMarked;
