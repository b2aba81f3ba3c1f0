package dev.waymark.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GraphSchemaPropertiesTest {

    @Property(tries = 500)
    void aSchemaComesBackFromItsJson(@ForAll("schemas") GraphSchema schema) {
        assertThat(GraphSchema.fromJson(schema.toJson())).isEqualTo(schema);
    }

    @Property(tries = 1000)
    void theDifferenceLeadsFromOneSchemaToTheOtherAndBack(
            @ForAll("schemas") GraphSchema from, @ForAll("schemas") GraphSchema to) {
        GraphSchemaDiff diff = GraphSchemaDiff.between(from, to);

        GraphSchema up = walked(from, diff.dropped(), diff.created());
        assertThat(GraphSchemaDiff.between(up, to).isEmpty()).isTrue();
        assertThat(names(up)).isEqualTo(names(to));

        GraphSchema down = walked(up, reversed(diff.created()), reversed(diff.dropped()));
        assertThat(new HashSet<>(down.elements())).isEqualTo(new HashSet<>(from.elements()));
    }

    @Property(tries = 500)
    void aSchemaDoesNotDifferFromItselfInAnotherOrder(@ForAll("schemas") GraphSchema schema) {
        GraphSchema other = new GraphSchema(reversed(schema.elements()));

        assertThat(GraphSchemaDiff.between(schema, other).isEmpty()).isTrue();
    }

    @Property(tries = 1000)
    void workOnALiveSchemaMakesExactlyWhatDiffers(
            @ForAll("schemas") GraphSchema there, @ForAll("schemas") GraphSchema wanted) {
        GraphSchemaDiff diff = GraphSchemaDiff.between(there, wanted);
        LiveSchema room = live(walked(there, diff.dropped(), List.of()));
        SchemaWork work = SchemaWork.toCreate(room, wanted.elements(), SchemaWork.OtherName.LEAVE);

        assertThat(work.tasks().stream().filter(task -> task.kind() == SchemaTask.Kind.CREATE))
                .hasSameSizeAs(diff.created());
        assertThat(work.reports()).isEmpty();
    }

    /** What a server would do, which has each name and each place once: a schema that has one twice can't be made. */
    private static GraphSchema walked(GraphSchema schema, List<SchemaElement> dropped, List<SchemaElement> created) {
        List<SchemaElement> elements = new ArrayList<>(schema.elements());
        for (SchemaElement element : dropped) {
            assertThat(elements.remove(element)).isTrue();
        }
        for (SchemaElement element : created) {
            elements.add(element);
            elements = new ArrayList<>(new GraphSchema(elements).elements());
        }
        return new GraphSchema(elements);
    }

    private static LiveSchema live(GraphSchema schema) {
        List<LiveElement> elements = schema.elements().stream()
                .map(element -> new LiveElement(element, LiveElement.Origin.COMMAND, Optional.empty()))
                .toList();
        return new LiveSchema(elements, List.of());
    }

    private static Set<String> names(GraphSchema schema) {
        Set<String> names = new HashSet<>();
        schema.elements().forEach(element -> names.add(element.name()));
        return names;
    }

    private static List<SchemaElement> reversed(List<SchemaElement> elements) {
        List<SchemaElement> reversed = new ArrayList<>(elements);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Few names, labels and properties, so that schemas often have something in common. */
    @Provide
    Arbitrary<GraphSchema> schemas() {
        return elements().list().ofMaxSize(8).map(GraphSchemaPropertiesTest::possible);
    }

    private static GraphSchema possible(List<SchemaElement> elements) {
        Set<Object> taken = new HashSet<>();
        List<SchemaElement> kept = new ArrayList<>();
        for (SchemaElement element : elements) {
            if (!taken.contains(element.name()) && taken.add(Place.of(element))) {
                taken.add(element.name());
                kept.add(element);
            }
        }
        return new GraphSchema(kept);
    }

    private static Arbitrary<SchemaElement> elements() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d`", "e\\u0041");
        Arbitrary<String> labels = Arbitraries.of("A", "B");
        Arbitrary<List<String>> lists =
                Arbitraries.of(List.of("x"), List.of("y"), List.of("x", "y"), List.of("y", "x"));
        Arbitrary<EntityType> entities = Arbitraries.of(EntityType.class);
        return Combinators.combine(
                        names, entities, labels, lists, Arbitraries.integers().between(0, 9))
                .as(GraphSchemaPropertiesTest::element);
    }

    private static SchemaElement element(
            String name, EntityType entity, String label, List<String> properties, int kind) {
        String[] all = properties.toArray(String[]::new);
        String first = properties.get(0);
        return switch (kind) {
            case 0 -> at(GraphSchema.unique(name), entity, label).on(all);
            case 1 -> at(GraphSchema.key(name), entity, label).on(all);
            case 2 -> at(GraphSchema.exists(name), entity, label).on(first);
            case 3 ->
                at(GraphSchema.propertyType(name, "STRING", "DATE"), entity, label)
                        .on(first);
            case 4 -> at(GraphSchema.rangeIndex(name), entity, label).on(all);
            case 5 -> at(GraphSchema.textIndex(name), entity, label).on(first);
            case 6 ->
                at(GraphSchema.pointIndex(name), entity, label)
                        .on(first)
                        .with("spatial.cartesian.min", List.of(-1.5, properties.size()));
            case 7 ->
                at(GraphSchema.fulltextIndex(name), entity, label)
                        .on(all)
                        .with("fulltext.eventually_consistent", properties.size() > 1);
            case 8 ->
                at(GraphSchema.vectorIndex(name), entity, label).on(all).with("vector.dimensions", properties.size());
            default -> GraphSchema.lookupIndex(name, entity);
        };
    }

    private static <E extends SchemaElement> ElementOn<E> at(ElementFor<E> made, EntityType entity, String label) {
        return entity == EntityType.NODE ? made.node(label) : made.relationship(label);
    }
}
