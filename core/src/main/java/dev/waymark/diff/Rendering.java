package dev.waymark.diff;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The statements of actions that are in order. */
final class Rendering {

    private static final Comparator<SchemaObject> PARTS =
            Comparator.comparingInt(SchemaObject::position).thenComparing(SchemaObject::id);

    private static final Set<ObjectKind> TABLES = EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE);

    private static final TableDdl TABLE = new TableDdl();
    private static final ColumnDdl COLUMN = new ColumnDdl();

    private final Surroundings schema;
    private final DdlOfKind ddl;
    private final Verdicts verdicts;
    private final List<DdlStatement> statements = new ArrayList<>();

    Rendering(Surroundings schema, DdlOfKind ddl, Verdicts verdicts) {
        this.schema = schema;
        this.ddl = ddl;
        this.verdicts = verdicts;
    }

    /** The statements of all actions that were added, and those that have to come last. */
    List<DdlStatement> statements() {
        verdicts.all().keySet().stream()
                .filter(id -> id.kind() == ObjectKind.TABLE && verdicts.is(id, ChangeKind.ALTER))
                .forEach(id -> add(id, ChangeKind.ALTER, TableDdl.typed(before(id), after(id))));
        return statements;
    }

    /**
     * Adds the statements of an action.
     *
     * @param action the action
     * @param members what its statements do besides
     */
    void add(Action action, List<Action> members) {
        switch (action.verb()) {
            case CREATE -> create(after(action.id()), members);
            case ALTER -> alter(action.id(), members);
            case DROP -> drop(action.id());
            case COPY -> add(action.id(), ChangeKind.REPLACE, Copy.of(action.id(), schema, verdicts));
            case RETIRE -> add(action.id(), ChangeKind.REPLACE, Retirement.retire(before(action.id()), schema.from()));
        }
    }

    private void create(SchemaObject object, List<Action> members) {
        ObjectId id = object.id();
        List<SchemaObject> parts = members.stream()
                .filter(member -> member.verb() == Verb.CREATE)
                .map(member -> after(member.id()))
                .sorted(PARTS)
                .toList();
        add(id, kind(id), makes(object, parts));
        addAfterwards(object);
        parts.forEach(this::addAfterwards);
        parts.forEach(part -> validate(part, object));
    }

    /** The check that a child got from its parent is as little validated as the parent's. */
    private void validate(SchemaObject part, SchemaObject leader) {
        boolean passedOn = part.id().kind() == ObjectKind.CHECK && leader.id().kind() == ObjectKind.CHECK;
        if (passedOn && leader.require("definition").equals(part.require("definition") + " NOT VALID")) {
            add(part.id(), ChangeKind.CREATE, List.of(ConstraintDdl.validation(part)));
        }
    }

    private List<String> makes(SchemaObject object, List<SchemaObject> parts) {
        if (TABLES.contains(object.id().kind())) {
            return TABLE.create(object, schema, parts);
        }
        return object.id().kind() == ObjectKind.COLUMN
                ? COLUMN.create(object, schema, parts)
                : ddl.of(object).create(object, schema);
    }

    private void addAfterwards(SchemaObject object) {
        ObjectId id = object.id();
        add(id, kind(id), ddl.of(object).afterwards(object, schema));
        add(id, kind(id), CommonDdl.created(object, schema));
    }

    private void alter(ObjectId id, List<Action> members) {
        add(id, ChangeKind.ALTER, alteration(id));
        addCommon(id);
        members.stream().filter(member -> member.verb() == Verb.ALTER).forEach(member -> follow(member.id()));
        members.stream()
                .filter(member -> member.verb() == Verb.CREATE)
                .map(member -> after(member.id()))
                .sorted(PARTS)
                .forEach(this::addAfterwards);
    }

    /** A column of a child has been changed with its parent's; what it has of its own is not. */
    private void follow(ObjectId id) {
        if (id.kind() == ObjectKind.COLUMN) {
            SchemaObject before = verdicts.isRecast(id) ? ColumnType.retyped(before(id)) : before(id);
            add(id, ChangeKind.ALTER, ColumnDdl.own(before, after(id), schema));
        }
        addCommon(id);
    }

    private List<String> alteration(ObjectId id) {
        if (verdicts.isRecast(id) && before(id).sameIn("type", after(id))) {
            List<String> recast = new ArrayList<>(ColumnDdl.recast(after(id), schema));
            recast.addAll(inPlace(ColumnType.retyped(before(id)), id));
            return recast;
        }
        return inPlace(before(id), id);
    }

    private List<String> inPlace(SchemaObject before, ObjectId id) {
        return ddl.of(id).alter(before, after(id), schema).orElse(List.of());
    }

    private void addCommon(ObjectId id) {
        add(id, ChangeKind.ALTER, CommonDdl.altered(before(id), after(id), schema));
    }

    private void drop(ObjectId id) {
        SchemaObject object = verdicts.isRetired(id) ? Retirement.retired(before(id)) : before(id);
        List<String> sql = id.kind() == ObjectKind.COLUMN
                ? ColumnDdl.drop(object, schema)
                : ddl.of(object).drop(object);
        add(id, verdicts.is(id, ChangeKind.DROP) ? ChangeKind.DROP : ChangeKind.REPLACE, sql);
    }

    private ChangeKind kind(ObjectId id) {
        return verdicts.is(id, ChangeKind.REPLACE) ? ChangeKind.REPLACE : ChangeKind.CREATE;
    }

    private void add(ObjectId id, ChangeKind kind, List<String> sql) {
        sql.forEach(one -> statements.add(new DdlStatement(one, id, kind, DdlStatement.Commit.ANYWHERE)));
    }

    private SchemaObject before(ObjectId id) {
        return schema.from().find(id).orElseThrow();
    }

    private SchemaObject after(ObjectId id) {
        return schema.to().find(id).orElseThrow();
    }
}
