/** What users implement: one class per revision. */
package dev.waymark.migration;
