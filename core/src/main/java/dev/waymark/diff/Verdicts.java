package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happens to each object on the way from one schema to another. */
final class Verdicts {

    private final Links from;
    private final Map<ObjectId, ChangeKind> verdicts = new TreeMap<>();
    private final Set<ObjectId> retired = new TreeSet<>();
    private final Set<ObjectId> recast = new HashSet<>();

    Verdicts(Links from) {
        this.from = from;
    }

    /** Gives a verdict, if it changes one that can be changed. */
    boolean set(ObjectId id, ChangeKind verdict) {
        ChangeKind before = verdicts.get(id);
        if (before == verdict || before == ChangeKind.REPLACE || before == ChangeKind.DROP) {
            return false;
        }
        verdicts.put(id, verdict);
        return true;
    }

    /** Lets an object have another name until it is dropped. */
    void retire(ObjectId id) {
        retired.add(id);
    }

    /** Has the values of a column cast. */
    void recast(ObjectId column) {
        recast.add(column);
    }

    /** All that is done, by object; what is not in it stays as it is. */
    Map<ObjectId, ChangeKind> all() {
        return verdicts;
    }

    boolean is(ObjectId id, ChangeKind verdict) {
        return Objects.equals(verdicts.get(id), verdict);
    }

    /** Whether an object goes away under its name, for good or for a new one. */
    boolean goes(ObjectId id) {
        return is(id, ChangeKind.DROP) || is(id, ChangeKind.REPLACE);
    }

    /** Whether an object comes, for the first time or again. */
    boolean comes(ObjectId id) {
        return is(id, ChangeKind.CREATE) || is(id, ChangeKind.REPLACE);
    }

    /** Whether the rows of a partition that goes for good are still to be brought into its parent that is made anew. */
    boolean keepsRows(ObjectId id) {
        return id.kind() == ObjectKind.PARTITION
                && is(new ObjectId(ObjectKind.TABLE, id.path()), ChangeKind.DROP)
                && isRetired(new ObjectId(
                        ObjectKind.TABLE,
                        Relations.parentOf(from.schema().find(id).orElseThrow())));
    }

    /** Types that are renamed first, and dropped when no column has them any more. */
    boolean isRetired(ObjectId id) {
        return retired.contains(id);
    }

    /** Columns whose values have to be cast to the new type of the same name. */
    boolean isRecast(ObjectId id) {
        return recast.contains(id);
    }
}
