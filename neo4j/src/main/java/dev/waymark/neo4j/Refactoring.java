package dev.waymark.neo4j;

import dev.waymark.error.StatementFailedException;

/**
 * Changes of the shape of a graph's data, each a {@linkplain CypherContext#batches batch}: page by page, gone on with
 * after an interruption, while others read and write. What renames or converts locks what it has found before it reads
 * it, by a property that it sets and removes, so its {@link Changes} count two properties more for each row. What
 * others still write in the old shape meanwhile is changed too: it ends when nothing of the old shape is left.
 *
 * <p>Constraints and indexes do not follow: make those of the new shape in a schema stage before, and drop the old ones
 * in one after. Each call throws a {@link StatementFailedException} if it would lose something, naming where; what
 * could be seen before the first page has changed nothing then.
 */
public interface Refactoring {

    /**
     * {@return the same with pages of another size}
     *
     * @param size how much a page changes at most, from 1 to 100 000; by default 10 000
     * @throws IllegalArgumentException if it is out of its bounds
     */
    Refactoring inPagesOf(int size);

    /**
     * Renames a label. Refused if a node has both: what had only the old one could not be told any more. The way back
     * is {@code renameLabel(to, from)}; it takes all nodes of the new label, also those that had it before.
     *
     * @param from the label
     * @param to its new name
     * @return what it changed
     * @throws IllegalArgumentException if the names are the same, or one is blank
     */
    Changes renameLabel(String from, String to);

    /**
     * Renames a type: each relationship is made again with its properties under the new type, and gets a new element
     * id. The way back is {@code renameType(to, from)}; it takes all relationships of the new type, also those that had
     * it before.
     *
     * @param from the type
     * @param to its new name
     * @return what it changed
     * @throws IllegalArgumentException if the names are the same, or one is blank
     */
    Changes renameType(String from, String to);

    /**
     * Renames a property. Refused if a node or relationship has both before the first page; what others write to the
     * old one after that wins. The way back is the same call with the names exchanged.
     *
     * @param property the property
     * @param to its new name
     * @return what it changed
     * @throws IllegalArgumentException if the names are the same, or one is blank
     */
    Changes renameProperty(Property property, String to);

    /**
     * Puts the values of a property into nodes of their own, one for each value, and relationships to them in the
     * property's place. Refused without a uniqueness or key constraint on the values' property, if a value is a list,
     * and if a node has both. The way back is {@link #nodeToProperty}.
     *
     * @param extraction what becomes what
     * @return what it changed
     */
    Changes propertyToNode(Extraction extraction);

    /**
     * Puts the values of nodes into a property of those that lead to them. A node of a value goes if no relationship of
     * it is left, and it has no other label and no other property. Refused if a node leads to several, by a
     * relationship with properties, or to one without a value, and if it has the property already. The way back is
     * {@link #propertyToNode}. Nobody should write to the values meanwhile: they are read without a lock.
     *
     * @param extraction what had become what
     * @return what it changed
     */
    Changes nodeToProperty(Extraction extraction);

    /**
     * Makes one node of all nodes that have the same value of a property: the first in the order of element ids stays,
     * and gets the relationships of all, those among them as loops, the labels of all and the properties of all.
     * Refused if two of them have different values of a property. There is no way back: {@code down} throws
     * {@link dev.waymark.migration.Irreversible}.
     *
     * @param key a property of nodes
     * @return what it changed
     * @throws IllegalArgumentException if it is none of nodes
     */
    Changes mergeNodes(Property key);

    /**
     * Gives a random UUID, as a string, to each that does not have the property. The way back is
     * {@link #removeProperty}; it also takes those away that were there before.
     *
     * @param property the property
     * @return what it changed
     */
    Changes addUuids(Property property);

    /**
     * Removes a property. There is no way back but for what can be made again, as by {@link #addUuids}.
     *
     * @param property the property
     * @return what it changed
     */
    Changes removeProperty(Property property);

    /**
     * Makes the values of a property others of another type. Refused where a value could not be had back from what it
     * would become: {@code '007'} is no INTEGER, nor is {@code 1.5}. The way back is the same call with the type that
     * the values had, if they had only one.
     *
     * @param property the property
     * @param type the type
     * @return what it changed
     */
    Changes convertProperty(Property property, ValueType type);
}
