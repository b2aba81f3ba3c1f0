package dev.waymark.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements in a resource beside a migration. */
public final class Script {

    private Script() {}

    /**
     * {@return the text of a resource, in UTF-8}
     *
     * @param migration the class that it is beside
     * @param resource its name: relative to the class, or absolute with a leading slash
     * @throws IllegalArgumentException if there is no such resource
     */
    public static String read(Class<?> migration, String resource) {
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
