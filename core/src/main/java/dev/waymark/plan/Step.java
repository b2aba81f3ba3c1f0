package dev.waymark.plan;

import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One revision going up or down.
 *
 * @param revision what the revision says of itself
 * @param direction which way it goes
 */
public record Step(RevisionInfo revision, Direction direction) {

    /** {@return the id of the revision} */
    public RevisionId id() {
        return revision.id();
    }

    public String describe(int width) {
        String id = id().value();
        return "%s  %s%s  %s"
                .formatted(direction, id, " ".repeat(width - id.length()), revision.message())
                .stripTrailing();
    }

    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("revision", id().value());
        map.put("direction", direction.toString());
        map.put("message", revision.message());
        map.put("transactional", revision.transactional());
        return map;
    }
}
