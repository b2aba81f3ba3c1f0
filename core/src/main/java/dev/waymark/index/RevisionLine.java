package dev.waymark.index;

import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line of one revision. */
final class RevisionLine {

    /** What it begins with. */
    static final String START = "revision\t";

    private RevisionLine() {}

    static String write(IndexedRevision revision) {
        RevisionInfo info = revision.info();
        return START
                + Stream.of(
                                field("id", info.id().value()),
                                field("class", revision.className()),
                                field("kind", revision.kind()),
                                field("revises", commas(info.revises())),
                                field("dependsOn", commas(info.dependsOn())),
                                field("labels", commas(info.labels())),
                                field("transactional", Boolean.toString(info.transactional())),
                                field("database", info.database()),
                                field("checksum", revision.checksum().orElse("")),
                                field("digest", revision.digest()),
                                field("message", info.message()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\t"));
    }

    /** @throws IllegalArgumentException that says what is wrong */
    static IndexedRevision read(String line) {
        Map<String, String> fields = new HashMap<>();
        for (String field : line.substring(START.length()).split("\t", -1)) {
            int equals = field.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("the field '" + field + "' has no '='");
            }
            fields.put(field.substring(0, equals), Escapes.undo(field.substring(equals + 1)));
        }
        return new IndexedRevision(
                info(fields),
                required(fields, "class"),
                required(fields, "kind"),
                Optional.ofNullable(fields.get("checksum")),
                required(fields, "digest"));
    }

    private static RevisionInfo info(Map<String, String> fields) {
        return new RevisionInfo(
                new RevisionId(required(fields, "id")),
                list(fields, "revises").map(RevisionId::new).toList(),
                fields.getOrDefault("message", ""),
                list(fields, "labels").map(Label::new).toList(),
                list(fields, "dependsOn").toList(),
                Boolean.parseBoolean(required(fields, "transactional")),
                fields.getOrDefault("database", ""));
    }

    private static String required(Map<String, String> fields, String key) {
        String value = fields.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the field '" + key + "' is missing");
        }
        return value;
    }

    private static Stream<String> list(Map<String, String> fields, String key) {
        String value = fields.getOrDefault(key, "");
        return value.isEmpty() ? Stream.empty() : List.of(value.split(",", -1)).stream();
    }

    private static String commas(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static Optional<String> field(String key, String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(key + "=" + Escapes.apply(value));
    }
}
