package dev.waymark.example.tracktion;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;

/** Finds Tracktion's classes, and the index of an application that has its revisions of PostgreSQL alone. */
final class PostgresIndex extends ClassLoader {

    private static final String INDEX = "META-INF/waymark/revisions";

    private final URL index;

    PostgresIndex(Path directory) throws IOException {
        super(PostgresIndex.class.getClassLoader());
        index = Files.writeString(directory.resolve("revisions"), withoutGraph())
                .toUri()
                .toURL();
    }

    private String withoutGraph() throws IOException {
        try (InputStream whole = getParent().getResourceAsStream(INDEX)) {
            String text = new String(whole.readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines =
                    text.lines().filter(line -> !line.contains("graph_00")).toList();
            return lines.stream().collect(Collectors.joining("\n", "", "\n"));
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(INDEX) ? Collections.enumeration(List.of(index)) : super.getResources(name);
    }

    /** Is the context class loader while something is done. */
    void during(Runnable work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(this);
        try {
            work.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
