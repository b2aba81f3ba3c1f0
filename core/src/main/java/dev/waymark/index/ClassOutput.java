package dev.waymark.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The directory that this compilation writes to. */
final class ClassOutput {

    private final Filer filer;

    ClassOutput(Filer filer) {
        this.filer = filer;
    }

    boolean hasClass(String binaryName) {
        try (InputStream in = file(binaryName.replace('.', '/') + ".class").openInputStream()) {
            return in.read() >= 0;
        } catch (IOException absent) {
            return false;
        }
    }

    Optional<byte[]> read(String path) {
        try (InputStream in = file(path).openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Leaves a file alone that has this text already. */
    void write(String path, String text) throws IOException {
        if (read(path).filter(bytes -> new String(bytes, UTF_8).equals(text)).isPresent()) {
            return;
        }
        try (Writer writer = new OutputStreamWriter(
                filer.createResource(StandardLocation.CLASS_OUTPUT, "", path).openOutputStream(), UTF_8)) {
            writer.write(text);
        }
    }

    /** Makes a file empty: a processor can't delete. */
    void clear(String path) throws IOException {
        if (read(path).filter(bytes -> bytes.length > 0).isPresent()) {
            write(path, "");
        }
    }

    private FileObject file(String path) throws IOException {
        return filer.getResource(StandardLocation.CLASS_OUTPUT, "", path);
    }
}
