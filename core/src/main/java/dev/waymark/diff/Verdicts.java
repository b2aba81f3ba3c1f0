package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What happens to each object on the way from one schema to another. What has to be dropped and made again takes along
 * what depends on it.
 */
final class Verdicts {

    private static final Set<ObjectKind> RETIRABLE = EnumSet.of(
            ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE, ObjectKind.COLLATION);

    /**
     * What PostgreSQL refuses to keep while the type of a column below it changes, and what it keeps but can't convert.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
     */
    private static final Set<ObjectKind> BOUND_TO_A_TYPE = EnumSet.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.RULE,
            ObjectKind.POLICY,
            ObjectKind.TRIGGER,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.DEFAULT,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.STATISTICS,
            ObjectKind.PUBLICATION_TABLE);

    private final Links from;
    private final Links to;
    private final Surroundings schema;
    private final DdlOfKind ddl;
    private final Map<ObjectId, ChangeKind> verdicts = new TreeMap<>();
    private final Set<ObjectId> retired = new TreeSet<>();
    private final Set<ObjectId> recast = new HashSet<>();
    private final Deque<ObjectId> spreading = new ArrayDeque<>();

    private Verdicts(Links from, Links to, DdlOfKind ddl) {
        this.from = from;
        this.to = to;
        this.schema = new Surroundings(from.schema(), to.schema());
        this.ddl = ddl;
    }

    static Verdicts of(Links from, Links to, DdlOfKind ddl) {
        Verdicts verdicts = new Verdicts(from, to, ddl);
        Set<ObjectId> ids = new TreeSet<>(from.schema().objects().keySet());
        ids.addAll(to.schema().objects().keySet());
        ids.forEach(verdicts::judge);
        verdicts.spreadAll();
        verdicts.retireSequences();
        return verdicts;
    }

    private void spreadAll() {
        while (!spreading.isEmpty()) {
            while (!spreading.isEmpty()) {
                spread(spreading.remove());
            }
            verdicts.keySet().stream()
                    .filter(id -> id.kind() == ObjectKind.INDEX_ATTACHMENT && goes(id))
                    .toList()
                    .forEach(this::detach);
            verdicts.keySet().stream()
                    .filter(id -> id.kind() == ObjectKind.PARTITION && comes(id))
                    .toList()
                    .forEach(this::keepApart);
        }
    }

    /** What gives a name to the sequence of an identity column can rarely go before that one comes. */
    private void retireSequences() {
        Set<String> claimed = new HashSet<>();
        verdicts.keySet().stream()
                .filter(id -> id.kind() == ObjectKind.COLUMN)
                .forEach(id -> to.schema().find(id).map(Names::of).ifPresent(claimed::addAll));
        verdicts.keySet().stream()
                .filter(id -> id.kind() == ObjectKind.COLUMN || id.kind() == ObjectKind.SEQUENCE)
                .filter(id ->
                        is(id, ChangeKind.DROP) && Names.of(before(id)).stream().anyMatch(claimed::contains))
                .filter(id -> !retired.contains(
                        new ObjectId(ObjectKind.TABLE, id.path().subList(0, 2))))
                .forEach(retired::add);
    }

    private void judge(ObjectId id) {
        Optional<SchemaObject> before = from.schema().find(id);
        Optional<SchemaObject> after = to.schema().find(id);
        if (before.isEmpty()) {
            set(id, ChangeKind.CREATE);
        } else if (after.isEmpty()) {
            set(id, ChangeKind.DROP);
        } else if (!Differences.none(before.get(), after.get())) {
            judge(before.get(), after.get());
        }
    }

    private void judge(SchemaObject before, SchemaObject after) {
        ObjectId id = before.id();
        if (id.kind() == ObjectKind.COLUMN && retyped(before, after) && !inTable(id)) {
            ownerOf(id)
                    .filter(owner -> owner.kind() != ObjectKind.COMPOSITE_TYPE || usedByTable(owner))
                    .ifPresent(owner -> set(owner, ChangeKind.REPLACE));
        }
        if (id.kind() == ObjectKind.COLUMN && retyped(before, after)) {
            rebuildIfKey(id);
        }
        boolean inPlace = ddl.of(id.kind()).alter(before, after, schema).isPresent();
        if (!inPlace && id.kind() == ObjectKind.TABLE) {
            retired.add(id);
        }
        set(id, inPlace ? ChangeKind.ALTER : ChangeKind.REPLACE);
    }

    /** PostgreSQL can't change the type of a column that rows are partitioned by. */
    private void rebuildIfKey(ObjectId column) {
        ObjectId table = new ObjectId(ObjectKind.TABLE, column.path().subList(0, 2));
        boolean key = from.schema()
                .find(table)
                .flatMap(one -> one.get("partition_key"))
                .filter(text -> Names.words(text).contains(column.name()))
                .isPresent();
        if (key && to.schema().objects().containsKey(table)) {
            retired.add(table);
            set(table, ChangeKind.REPLACE);
        }
    }

    /** A view's column can't be changed, and that of a composite type only while no table has a column of the type. */
    private Optional<ObjectId> ownerOf(ObjectId column) {
        return Relations.relation(from.schema(), column.path().subList(0, 2))
                .filter(owner -> to.schema().objects().containsKey(owner));
    }

    private boolean usedByTable(ObjectId type) {
        return from.dependents(type).stream()
                .anyMatch(one -> one.kind() == ObjectKind.COLUMN
                        && !one.path().subList(0, 2).equals(type.path()));
    }

    private void set(ObjectId id, ChangeKind verdict) {
        ChangeKind before = verdicts.get(id);
        if (before == verdict || before == ChangeKind.REPLACE || before == ChangeKind.DROP) {
            return;
        }
        verdicts.put(id, verdict);
        spreading.add(id);
    }

    private void spread(ObjectId id) {
        ChangeKind verdict = verdicts.get(id);
        if (verdict == ChangeKind.REPLACE || verdict == ChangeKind.DROP) {
            from.dependents(id).stream()
                    .filter(one -> from.schema().dependencies(one).contains(id))
                    .forEach(one -> lose(one, id));
        }
        if (id.kind() == ObjectKind.COLUMN && verdict == ChangeKind.ALTER && retyped(id)) {
            remakePartitioned(id);
            from.dependents(id).stream()
                    .filter(one -> BOUND_TO_A_TYPE.contains(one.kind()) || generated(one))
                    .filter(one -> to.schema().objects().containsKey(one))
                    .forEach(one -> set(one, ChangeKind.REPLACE));
        }
    }

    /** A column that rows are partitioned by can't get another type. */
    private void remakePartitioned(ObjectId column) {
        Pattern word =
                Pattern.compile("(?<![\\w\"])" + Pattern.quote(Identifiers.quoted(column.name())) + "(?![\\w\"])");
        ownerOf(column)
                .filter(table -> before(table)
                        .get("partition_key")
                        .filter(key -> word.matcher(key).find())
                        .isPresent())
                .ifPresent(table -> {
                    retired.add(table);
                    set(table, ChangeKind.REPLACE);
                });
    }

    /** An object loses what it depends on. */
    private void lose(ObjectId id, ObjectId lost) {
        ChangeKind verdict = verdicts.get(id);
        boolean part = from.parts(lost.path()).contains(id);
        boolean letsGo =
                verdict == ChangeKind.ALTER && !part && !to.dependencies(id).contains(lost);
        if (!to.schema().objects().containsKey(id) || letsGo) {
            return;
        }
        if (id.kind() == ObjectKind.COLUMN && !goesWith(id, lost)) {
            keepValues(id, lost);
        } else {
            set(id, ChangeKind.REPLACE);
        }
    }

    /** A column with values of its own is never dropped for the sake of what it depends on. */
    private void keepValues(ObjectId column, ObjectId lost) {
        if (!inTable(column)) {
            ownerOf(column).ifPresent(owner -> set(owner, ChangeKind.REPLACE));
        } else if (RETIRABLE.contains(lost.kind()) && verdicts.get(lost) == ChangeKind.REPLACE) {
            retired.add(lost);
            recast.add(column);
            rebuildIfKey(column);
            set(column, ChangeKind.ALTER);
            spreading.add(column);
        }
    }

    private boolean goesWith(ObjectId column, ObjectId lost) {
        boolean ownTable = lost.path().equals(column.path().subList(0, 2)) && lost.kind() != ObjectKind.DOMAIN;
        return generated(column) || ownTable;
    }

    /** What happens to an index when it is no longer to be a part of its parent's: that can't be undone by itself. */
    private void detach(ObjectId attachment) {
        ObjectId index = from.index(attachment.path());
        ObjectId parent = from.index(Relations.parentOf(before(attachment)));
        Optional<ObjectId> partition = from.schema().dependencies(attachment).stream()
                .filter(on -> on.kind() == ObjectKind.PARTITION)
                .findFirst();
        if (index == null || parent == null || partition.isEmpty() || goes(partition.get())) {
            return;
        }
        boolean sameManner = (index.kind() == ObjectKind.INDEX) == (parent.kind() == ObjectKind.INDEX);
        if (!goes(parent) || !sameManner) {
            set(partition.get(), ChangeKind.REPLACE);
        } else if (!goes(index)) {
            set(index, ChangeKind.REPLACE);
        }
    }

    /** A table that is attached gets an index for each of its parent's: one that is not to have it is made after. */
    private void keepApart(ObjectId partition) {
        to.schema().find(partition).ifPresent(one -> to.unattached(one).stream()
                .filter(index -> from.schema().objects().containsKey(index))
                .forEach(index -> set(index, ChangeKind.REPLACE)));
    }

    private SchemaObject before(ObjectId id) {
        return from.schema().find(id).orElseThrow();
    }

    private boolean generated(ObjectId id) {
        return id.kind() == ObjectKind.COLUMN
                && from.schema()
                        .find(id)
                        .filter(column -> column.has("generated"))
                        .isPresent();
    }

    private boolean inTable(ObjectId column) {
        return Relations.relation(from.schema(), column.path().subList(0, 2))
                .filter(owner -> owner.kind() == ObjectKind.TABLE || owner.kind() == ObjectKind.FOREIGN_TABLE)
                .isPresent();
    }

    private boolean retyped(ObjectId column) {
        SchemaObject before = from.schema().find(column).orElseThrow();
        return recast.contains(column)
                || retyped(before, to.schema().find(column).orElseThrow());
    }

    private static boolean retyped(SchemaObject before, SchemaObject after) {
        return !before.sameIn("type", after) || !before.sameIn("collation", after);
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
                && isRetired(new ObjectId(ObjectKind.TABLE, Relations.parentOf(before(id))));
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
