package dev.waymark.autogenerate;

import java.util.List;

/**
 * What would be run if a proposed rename were none.
 *
 * @param question what a person has to decide
 * @param statements the statements of the other answer, each without a semicolon at the end
 */
record OtherReading(String question, List<String> statements) {

    OtherReading {
        statements = List.copyOf(statements);
    }
}
