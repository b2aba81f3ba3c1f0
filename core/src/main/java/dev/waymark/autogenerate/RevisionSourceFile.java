package dev.waymark.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The Java source of a revision.
 *
 * @param packageName the package of its class; empty for the unnamed one
 * @param className the simple name of its class
 * @param text the whole source, with line feeds at the ends of lines
 */
public record RevisionSourceFile(String packageName, String className, String text) {

    /**
     * Writes the file, in UTF-8, where a compiler looks for it; missing directories are made.
     *
     * @param sourceRoot the directory below which the directories of packages are, as in {@code src/main/java}
     * @return the file
     * @throws UncheckedIOException if it can't be written; its cause is a
     *     {@link java.nio.file.FileAlreadyExistsException} if there is such a file, which stays as it is
     */
    public Path writeTo(Path sourceRoot) {
        Path directory = packageName.isEmpty() ? sourceRoot : sourceRoot.resolve(packageName.replace('.', '/'));
        try {
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve(className + ".java"), text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
