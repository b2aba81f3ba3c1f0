/** Everything that can go wrong, as one sealed family. */
package dev.waymark.error;
