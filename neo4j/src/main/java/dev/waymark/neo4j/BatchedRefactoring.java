package dev.waymark.neo4j;

/**
 * Refactorings as batches of a context, whatever that does with them.
 *
 * @param context the context
 * @param size how much a page changes at most
 */
record BatchedRefactoring(CypherContext context, int size) implements Refactoring {

    @Override
    public Refactoring inPagesOf(int newSize) {
        return new BatchedRefactoring(context, newSize);
    }

    @Override
    public Changes renameLabel(String from, String to) {
        requireOther("label", from, to);
        return run(RenameCypher.label(from, to));
    }

    @Override
    public Changes renameType(String from, String to) {
        requireOther("type", from, to);
        return run(RenameCypher.type(from, to));
    }

    @Override
    public Changes renameProperty(Property property, String to) {
        requireOther("property", property.name(), to);
        return run(RenameCypher.property(property, to));
    }

    private static void requireOther(String what, String from, String to) {
        Property.requireName(what, from);
        Property.requireName(what, to);
        if (from.equals(to)) {
            throw new IllegalArgumentException("The %s '%s' has that name already".formatted(what, from));
        }
    }

    @Override
    public Changes propertyToNode(Extraction extraction) {
        return run(NodeCypher.propertyToNode(extraction));
    }

    @Override
    public Changes nodeToProperty(Extraction extraction) {
        return run(NodeCypher.nodeToProperty(extraction));
    }

    @Override
    public Changes mergeNodes(Property key) {
        if (key.entity() != EntityType.NODE) {
            throw new IllegalArgumentException("'%s' is a property of relationships".formatted(key.name()));
        }
        return run(NodeCypher.merge(key));
    }

    @Override
    public Changes addUuids(Property property) {
        return run(ValueCypher.addUuids(property));
    }

    @Override
    public Changes removeProperty(Property property) {
        return run(ValueCypher.remove(property));
    }

    @Override
    public Changes convertProperty(Property property, ValueType type) {
        return run(ValueCypher.convert(property, type));
    }

    private Changes run(Batch batch) {
        return context.batches(batch.inPagesOf(size));
    }
}
