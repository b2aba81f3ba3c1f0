package dev.waymark.diff;

import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds values of enums that may have been renamed: one is gone, and another stands in its place. */
final class EnumValues {

    private static final int SAME_PLACE = 80;

    private EnumValues() {}

    static List<RenameCandidate> renamed(SchemaSnapshot from, SchemaSnapshot to, Set<Rename> refused) {
        List<RenameCandidate> candidates = new ArrayList<>();
        from.objects(ObjectKind.ENUM).forEach(object -> to.find(object.id())
                .ifPresent(after -> compare(object, after, refused, candidates)));
        return candidates;
    }

    private static void compare(
            SchemaObject from, SchemaObject to, Set<Rename> refused, List<RenameCandidate> candidates) {
        List<String> before = from.list("values");
        List<String> after = to.list("values");
        for (String value : before) {
            String other = after.contains(value) ? value : follower(value, before, after);
            Rename rename = Rename.ofValue(from.id(), value, other);
            if (!other.equals(value) && !before.contains(other) && !refused.contains(rename)) {
                candidates.add(new RenameCandidate(rename, SAME_PLACE));
            }
        }
    }

    /** What stands after the same neighbour as the value did; the value itself if nothing does. */
    private static String follower(String value, List<String> before, List<String> after) {
        int at = before.indexOf(value);
        int place = at == 0 ? 0 : after.indexOf(before.get(at - 1)) + 1;
        boolean known = at == 0 || place > 0;
        return known && place < after.size() ? after.get(place) : value;
    }
}
