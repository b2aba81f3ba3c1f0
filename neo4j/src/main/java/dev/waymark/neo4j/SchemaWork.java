package dev.waymark.neo4j;

import dev.waymark.error.SchemaConflictException;
import dev.waymark.neo4j.LiveElement.Origin;
import dev.waymark.neo4j.SchemaTask.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be done so that a database has, or no longer has, some constraints and indexes. It is decided from what is
 * there, since IF NOT EXISTS says nothing in four cases where what was asked for is not there afterwards.
 *
 * @param tasks what is to be done, one for each that was asked for, in that order
 */
record SchemaWork(List<SchemaTask> tasks) {

    SchemaWork {
        tasks = List.copyOf(tasks);
    }

    /** What to do with one that is there under another name. */
    enum OtherName {
        /** It stays as it is. */
        LEAVE,
        /** It is dropped and made again under the name that was asked for. */
        RENAME
    }

    /**
     * {@return what is to be done so that they are there}
     *
     * @param live what the database has
     * @param wanted what it should have
     * @param otherName what to do with one that is there under another name
     * @throws SchemaConflictException if another one is in the way
     * @throws IllegalArgumentException if two of the wanted can't be in one database
     */
    static SchemaWork toCreate(LiveSchema live, List<? extends SchemaElement> wanted, OtherName otherName) {
        return new SchemaWork(new GraphSchema(List.copyOf(wanted))
                .elements().stream()
                        .map(element -> creation(live, element, otherName))
                        .toList());
    }

    /**
     * {@return what is to be done so that they are not there} An equal one under another name stays.
     *
     * @param live what the database has
     * @param unwanted what it should not have
     * @throws SchemaConflictException if one of the names belongs to something else
     */
    static SchemaWork toDrop(LiveSchema live, List<? extends SchemaElement> unwanted) {
        return new SchemaWork(
                unwanted.stream().map(element -> removal(live, element)).toList());
    }

    /**
     * {@return what is to be done so that nothing has one of these names}
     *
     * @param live what the database has
     * @param names the names
     * @throws SchemaConflictException if one of them can't be dropped
     */
    static SchemaWork toDropNamed(LiveSchema live, List<String> names) {
        return new SchemaWork(names.stream()
                .map(name -> live.named(name)
                        .map(there -> removal(live, there.element()))
                        .orElseGet(() -> new SchemaTask(Kind.ABSENT, name, Optional.empty(), Optional.empty())))
                .toList());
    }

    /**
     * {@return the commands, a list for each transaction} What makes room goes first and in a transaction of its own:
     * servers refuse a constraint where they drop another or an index in the same transaction.
     */
    List<List<String>> stages() {
        List<List<String>> stages = new ArrayList<>();
        stages.add(commands(SchemaTask::drop));
        stages.add(commands(SchemaTask::create));
        stages.removeIf(List::isEmpty);
        return stages;
    }

    /** What users should know, a sentence each. */
    List<String> reports() {
        return tasks.stream().flatMap(task -> task.report().stream()).toList();
    }

    /** The names of the indexes that have to be online before the work is done. */
    List<String> awaited() {
        return tasks.stream()
                .filter(task -> task.wanted().filter(Index.class::isInstance).isPresent())
                .map(task -> task.kind() == Kind.OTHER_NAME
                        ? task.there().map(LiveElement::name).orElse(task.name())
                        : task.name())
                .toList();
    }

    private List<String> commands(Function<SchemaTask, Optional<String>> command) {
        return tasks.stream().flatMap(task -> command.apply(task).stream()).toList();
    }

    private static SchemaTask creation(LiveSchema live, SchemaElement wanted, OtherName otherName) {
        Optional<LiveElement> namesake = live.named(wanted.name());
        if (namesake.isPresent()) {
            return ofNamesake(wanted, namesake.get());
        }
        if (live.unknown().contains(wanted.name())) {
            throw new SchemaConflictException(
                    "The name '" + wanted.name() + "' is taken",
                    wanted.createCypher(),
                    "a constraint of a kind that only a graph type can have");
        }
        return live.meeting(wanted)
                .map(equal -> ofEqual(wanted, equal, otherName))
                .or(() -> live.at(Place.of(wanted)).map(there -> ofOccupant(wanted, there, otherName)))
                .orElseGet(() -> task(Kind.CREATE, Optional.empty(), wanted));
    }

    private static SchemaTask ofNamesake(SchemaElement wanted, LiveElement namesake) {
        if (!wanted.identity().isMetBy(namesake.element().identity())) {
            throw conflict("The name '" + wanted.name() + "' belongs to another definition", wanted, namesake);
        }
        return task(namesake.isFailed() ? Kind.REMAKE : Kind.PRESENT, Optional.of(namesake), wanted);
    }

    private static SchemaTask ofEqual(SchemaElement wanted, LiveElement equal, OtherName otherName) {
        boolean rename = otherName == OtherName.RENAME && equal.origin() == Origin.COMMAND;
        return task(rename ? Kind.RENAME : Kind.OTHER_NAME, Optional.of(equal), wanted);
    }

    /** Something stands where the wanted one would, and is not what is wanted, or is it and has failed. */
    private static SchemaTask ofOccupant(SchemaElement wanted, LiveElement there, OtherName otherName) {
        boolean equal = wanted.identity().isMetBy(there.element().identity());
        if (equal && otherName == OtherName.RENAME) {
            return task(Kind.REMAKE, Optional.of(there), wanted);
        }
        String name = "'" + wanted.name() + "'";
        if (equal) {
            throw conflict("An index that failed stands where " + name + " would", wanted, there);
        }
        if (wanted instanceof Constraint && there.element() instanceof Index) {
            throw conflict("An index stands where the constraint " + name + " would have its own", wanted, there);
        }
        if (wanted instanceof Index && there.element() instanceof Constraint) {
            throw conflict("A constraint has an index where the index " + name + " would be", wanted, there);
        }
        throw conflict("Another definition stands where " + name + " would", wanted, there);
    }

    private static SchemaTask removal(LiveSchema live, SchemaElement unwanted) {
        Optional<LiveElement> namesake = live.named(unwanted.name());
        if (namesake.isEmpty()) {
            return new SchemaTask(Kind.ABSENT, unwanted.name(), Optional.empty(), Optional.empty());
        }
        LiveElement there = namesake.get();
        if (!unwanted.identity().isMetBy(there.element().identity())) {
            throw conflict("What is called '" + unwanted.name() + "' is not what is to be dropped", unwanted, there);
        }
        if (there.origin() != Origin.COMMAND) {
            throw conflict("'" + unwanted.name() + "' can't be dropped by its name", unwanted, there);
        }
        return new SchemaTask(Kind.DROP, unwanted.name(), namesake, Optional.empty());
    }

    private static SchemaTask task(Kind kind, Optional<LiveElement> there, SchemaElement wanted) {
        return new SchemaTask(kind, wanted.name(), there, Optional.of(wanted));
    }

    private static SchemaConflictException conflict(String reason, SchemaElement wanted, LiveElement there) {
        return new SchemaConflictException(reason, wanted.createCypher(), there.describe());
    }
}
