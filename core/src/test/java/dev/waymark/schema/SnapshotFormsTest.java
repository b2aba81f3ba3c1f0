package dev.waymark.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The text, the JSON and the fingerprint of a snapshot. */
class SnapshotFormsTest {

    private static final ObjectId TABLE = ObjectId.of(ObjectKind.TABLE, "public", "plays");
    private static final ObjectId AT = ObjectId.of(ObjectKind.COLUMN, "public", "plays", "at");
    private static final ObjectId VIEW = ObjectId.of(ObjectKind.VIEW, "public", "Latest");

    private static final SchemaSnapshot SNAPSHOT = snapshot(
            object(TABLE, 0, Map.of("comment", "who\nplayed"), Map.of("storage", List.of("fillfactor=70", "x=1"))),
            object(AT, 3, Map.of("type", "date"), Map.of()),
            object(VIEW, 0, Map.of("definition", "SELECT plays.at\n   FROM public.plays"), Map.of()));

    @Test
    void theTextHasAnObjectALineAndItsAttributesBelow() {
        assertThat(SNAPSHOT.text()).isEqualTo("""
                        table public.plays
                            comment who
                              played
                            storage
                                fillfactor=70
                                x=1
                        column public.plays.at
                            type date
                        view public."Latest"
                            definition SELECT plays.at
                                 FROM public.plays
                        """);
    }

    @Test
    void theJsonHasAllThatIsKnown() {
        assertThat(SNAPSHOT.toJson()).isEqualTo("""
                        {"version":1,"user":"app",\
                        "fingerprint":"%s",\
                        "objects":[
                        {"kind":"table","path":["public","plays"],\
                        "attributes":{"comment":"who\\nplayed","storage":["fillfactor=70","x=1"]},"dependsOn":[]},
                        {"kind":"column","path":["public","plays","at"],"position":3,\
                        "attributes":{"type":"date"},"dependsOn":[["table",["public","plays"]]]},
                        {"kind":"view","path":["public","Latest"],\
                        "attributes":{"definition":"SELECT plays.at\\n   FROM public.plays"},\
                        "dependsOn":[["column",["public","plays","at"]]]}
                        ],"unmodelled":["type public.odd"]}
                        """.formatted(SNAPSHOT.fingerprint()));
    }

    @Test
    void theFingerprintIsThatOfTheText() {
        assertThat(SNAPSHOT.fingerprint())
                .matches("[0-9a-f]{64}")
                .isEqualTo(snapshot(
                                object(
                                        TABLE,
                                        0,
                                        Map.of("comment", "who\nplayed"),
                                        Map.of("storage", List.of("fillfactor=70", "x=1"))),
                                object(AT, 1, Map.of("type", "date"), Map.of()),
                                object(
                                        VIEW,
                                        0,
                                        Map.of("definition", "SELECT plays.at\n   FROM public.plays"),
                                        Map.of()))
                        .fingerprint())
                .isNotEqualTo(SNAPSHOT.filter(id -> !id.equals(VIEW)).fingerprint());
    }

    @Test
    void aFilterKeepsTheDependenciesOfWhatItKeeps() {
        SchemaSnapshot tables = SNAPSHOT.filter(id -> id.kind() != ObjectKind.COLUMN);

        assertThat(tables.objects()).containsOnlyKeys(TABLE, VIEW);
        assertThat(tables.dependencies(VIEW)).isEmpty();
        assertThat(tables.unmodelled()).containsExactly("type public.odd");
    }

    @Test
    void objectsAreFoundByTheirKindAndByWhatTheyArePartOf() {
        ObjectId other = ObjectId.of(ObjectKind.COLUMN, "public", "plays2", "at");
        SchemaSnapshot snapshot = snapshot(
                object(AT, 1, Map.of(), Map.of()),
                object(other, 1, Map.of(), Map.of()),
                object(VIEW, 0, Map.of(), Map.of()));

        assertThat(snapshot.objects(ObjectKind.COLUMN))
                .extracting(SchemaObject::id)
                .containsExactly(AT, other);
        assertThat(snapshot.objects(ObjectKind.COLUMN, List.of("public", "plays")))
                .extracting(SchemaObject::id)
                .containsExactly(AT);
        assertThat(snapshot.objects(ObjectKind.VIEW, List.of("public")))
                .extracting(SchemaObject::id)
                .containsExactly(VIEW);
        assertThat(snapshot.objects(ObjectKind.DEFAULT_PRIVILEGES)).isEmpty();
    }

    @Test
    void objectsAreInTheOrderOfTheirKindsAndNames() {
        assertThat(List.of(
                        ObjectId.of(ObjectKind.VIEW, "a", "a"),
                        ObjectId.of(ObjectKind.TABLE, "b", "a"),
                        ObjectId.of(ObjectKind.COLUMN, "a", "b", "c"),
                        ObjectId.of(ObjectKind.TABLE, "a", "b"),
                        ObjectId.of(ObjectKind.TABLE, "a", "a")))
                .satisfies(ids -> assertThat(new TreeSet<>(ids).stream().map(ObjectId::toString))
                        .containsExactly("table a.a", "table a.b", "table b.a", "column a.b.c", "view a.a"));
    }

    private static SchemaObject object(
            ObjectId id, int position, Map<String, String> attributes, Map<String, List<String>> lists) {
        return new SchemaObject(id, position, new TreeMap<>(attributes), new TreeMap<>(lists));
    }

    private static SchemaSnapshot snapshot(SchemaObject... objects) {
        SortedMap<ObjectId, SchemaObject> byId =
                new TreeMap<>(Arrays.stream(objects).collect(Collectors.toMap(SchemaObject::id, one -> one)));
        SortedMap<ObjectId, SortedSet<ObjectId>> dependencies =
                new TreeMap<>(Map.of(AT, new TreeSet<>(List.of(TABLE)), VIEW, new TreeSet<>(List.of(AT))));
        return new SchemaSnapshot("app", byId, dependencies, List.of("type public.odd"));
    }
}
