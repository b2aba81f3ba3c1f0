package dev.waymark.autogenerate;

import dev.waymark.hazard.Hazard;
import java.util.List;
import java.util.Optional;

/**
 * A statement as it goes into a generated revision.
 *
 * @param sql its text, without a semicolon at the end
 * @param hazards what it may do to a live system
 * @param otherReading what would be run in its place if a proposed rename were none
 */
record DraftStatement(String sql, List<Hazard> hazards, Optional<OtherReading> otherReading) {

    DraftStatement {
        hazards = List.copyOf(hazards);
    }
}
