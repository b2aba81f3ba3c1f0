package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds out what happens to each object. What has to be dropped and made again takes along what depends on it. */
final class Judging {

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
    private final Verdicts verdicts;
    private final Deque<ObjectId> spreading = new ArrayDeque<>();

    private Judging(Links from, Links to, DdlOfKind ddl) {
        this.verdicts = new Verdicts(from);
        this.from = from;
        this.to = to;
        this.schema = new Surroundings(from.schema(), to.schema());
        this.ddl = ddl;
    }

    static Verdicts of(Links from, Links to, DdlOfKind ddl) {
        Judging judging = new Judging(from, to, ddl);
        Set<ObjectId> ids = new TreeSet<>(from.schema().objects().keySet());
        ids.addAll(to.schema().objects().keySet());
        ids.forEach(judging::judge);
        judging.spreadAll();
        judging.retireSequences();
        return judging.verdicts;
    }

    private void spreadAll() {
        while (!spreading.isEmpty()) {
            while (!spreading.isEmpty()) {
                spread(spreading.remove());
            }
            verdicts.all().keySet().stream()
                    .filter(id -> id.kind() == ObjectKind.INDEX_ATTACHMENT && verdicts.goes(id))
                    .toList()
                    .forEach(this::detach);
            verdicts.all().keySet().stream()
                    .filter(id -> id.kind() == ObjectKind.PARTITION && verdicts.comes(id))
                    .toList()
                    .forEach(this::keepApart);
        }
    }

    /** What gives a name to the sequence of an identity column can rarely go before that one comes. */
    private void retireSequences() {
        Set<String> claimed = new HashSet<>();
        verdicts.all().keySet().stream()
                .filter(id -> id.kind() == ObjectKind.COLUMN)
                .forEach(id -> to.schema().find(id).map(Names::of).ifPresent(claimed::addAll));
        verdicts.all().keySet().stream()
                .filter(id -> id.kind() == ObjectKind.COLUMN || id.kind() == ObjectKind.SEQUENCE)
                .filter(id -> verdicts.is(id, ChangeKind.DROP)
                        && Names.of(before(id)).stream().anyMatch(claimed::contains))
                .filter(id -> !verdicts.isRetired(
                        new ObjectId(ObjectKind.TABLE, id.path().subList(0, 2))))
                .forEach(verdicts::retire);
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
        boolean inPlace = ddl.of(id.kind()).alter(before, after, schema).isPresent();
        if (!inPlace && id.kind() == ObjectKind.TABLE) {
            verdicts.retire(id);
        }
        set(id, inPlace ? ChangeKind.ALTER : ChangeKind.REPLACE);
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
        if (verdicts.set(id, verdict)) {
            spreading.add(id);
        }
    }

    private void spread(ObjectId id) {
        ChangeKind verdict = verdicts.all().get(id);
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
                    verdicts.retire(table);
                    set(table, ChangeKind.REPLACE);
                });
    }

    /** An object loses what it depends on. */
    private void lose(ObjectId id, ObjectId lost) {
        ChangeKind verdict = verdicts.all().get(id);
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
        } else if (RETIRABLE.contains(lost.kind()) && verdicts.all().get(lost) == ChangeKind.REPLACE) {
            verdicts.retire(lost);
            verdicts.recast(column);
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
        if (index == null || parent == null || partition.isEmpty() || verdicts.goes(partition.get())) {
            return;
        }
        boolean sameManner = (index.kind() == ObjectKind.INDEX) == (parent.kind() == ObjectKind.INDEX);
        if (!verdicts.goes(parent) || !sameManner) {
            set(partition.get(), ChangeKind.REPLACE);
        } else if (!verdicts.goes(index)) {
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
        return verdicts.isRecast(column)
                || retyped(before, to.schema().find(column).orElseThrow());
    }

    private static boolean retyped(SchemaObject before, SchemaObject after) {
        return !before.sameIn("type", after) || !before.sameIn("collation", after);
    }
}
