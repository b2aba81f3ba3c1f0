package dev.waymark.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL in a resource beside a migration. */
final class Script {

    private Script() {}

    static String read(Class<?> migration, String resource) {
        try (InputStream stream = migration.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "%s has no resource '%s' beside it".formatted(migration.getName(), resource));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
