package dev.waymark.neo4j;

import java.util.List;

/** A constraint or an index, as a value. {@link GraphSchema} makes them. */
public sealed interface SchemaElement permits Constraint, Index {

    /** {@return its name} Constraints and indexes share one space of names. */
    String name();

    /** {@return whether it is about nodes or relationships} */
    EntityType entity();

    /** {@return the labels or relationship types it is about; empty for a lookup index} */
    List<String> labelsOrTypes();

    /** {@return the properties it is about, in their order; empty for a lookup index} */
    List<String> properties();

    /** {@return what makes it the same as another one, whatever their names} */
    SchemaIdentity identity();

    /** {@return the same under another name} */
    SchemaElement named(String name);

    /** {@return how messages call its kind, as in {@code a range index}} */
    String kindInWords();

    /** {@return the command that makes it} It fails if something of that name or place is there already. */
    String createCypher();

    /** {@return the command that drops it} It fails if there is nothing of that name. */
    String dropCypher();
}
