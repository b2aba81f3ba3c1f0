package dev.waymark.schema;

/** The canonical text of a snapshot. */
final class SnapshotText {

    private SnapshotText() {}

    static String of(SchemaSnapshot snapshot) {
        StringBuilder text = new StringBuilder();
        snapshot.objects().values().forEach(object -> append(text, object));
        return text.toString();
    }

    private static void append(StringBuilder text, SchemaObject object) {
        text.append(object.id()).append('\n');
        object.attributes().forEach((name, value) -> append(text, name, value));
        object.lists().forEach((name, values) -> {
            text.append("    ").append(name).append('\n');
            values.forEach(value ->
                    text.append("        ").append(indented(value, "        ")).append('\n'));
        });
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append("    ")
                .append(name)
                .append(' ')
                .append(indented(value, "      "))
                .append('\n');
    }

    private static String indented(String value, String margin) {
        return value.replace("\n", "\n" + margin);
    }
}
