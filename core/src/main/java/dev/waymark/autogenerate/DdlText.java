package dev.waymark.autogenerate;

import dev.waymark.postgres.ScratchDatabase;
import dev.waymark.schema.SchemaSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text of SQL.
 *
 * @param name what it is, for messages
 * @param sql its statements
 */
record DdlText(String name, String sql) {

    /** The files at a path, in the order of their names. */
    static List<DdlText> in(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(file(path));
        }
        try (Stream<Path> files = Files.list(path)) {
            List<DdlText> texts = files.filter(file -> file.toString().endsWith(".sql") && Files.isRegularFile(file))
                    .sorted()
                    .map(DdlText::file)
                    .toList();
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("Directory %s has no file *.sql".formatted(path));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DdlText file(Path file) {
        try {
            return new DdlText(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SchemaSnapshot read(List<DdlText> texts, Workshop workshop) {
        try (ScratchDatabase database = workshop.open()) {
            texts.forEach(text -> database.script(text.name(), text.sql()));
            return workshop.read(database);
        }
    }
}
