package dev.waymark.index;

import dev.waymark.index.IndexReader.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One index file that a class loader finds.
 *
 * @param url where it is
 */
record IndexResource(URL url) {

    /** All that the loader finds, each once even where a jar is on the class path twice. */
    static List<IndexResource> all(ClassLoader loader) {
        try {
            Map<String, IndexResource> resources = new LinkedHashMap<>();
            for (URL url : Collections.list(loader.getResources(IndexSection.RESOURCE))) {
                resources.putIfAbsent(url.toExternalForm(), new IndexResource(url));
            }
            return new ArrayList<>(resources.values());
        } catch (IOException failure) {
            throw IndexReader.unreadable(IndexSection.RESOURCE, failure);
        }
    }

    List<IndexSection> read(Extent extent) {
        try {
            return url.getProtocol().equals("file") ? readFile(extent) : readConnection(extent);
        } catch (IOException | URISyntaxException failure) {
            throw IndexReader.unreadable(name(), failure);
        }
    }

    /**
     * Not through a connection: the JDK's for files sets up MIME types and date formats first, which costs as much as
     * JDBC.
     */
    private List<IndexSection> readFile(Extent extent) throws IOException, URISyntaxException {
        Path file = Path.of(url.toURI());
        try (InputStream in = Files.newInputStream(file)) {
            return IndexReader.read(name(), in, Files.size(file), extent);
        }
    }

    private List<IndexSection> readConnection(Extent extent) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return IndexReader.read(name(), in, connection.getContentLengthLong(), extent);
        }
    }

    /** Enough of its address to find it: the jar's name, or the last two directories. */
    String name() {
        String address = url.toExternalForm();
        String place = address.substring(0, address.length() - IndexSection.RESOURCE.length());
        String[] parts = place.split("/");
        int kept = place.endsWith("!/") ? 1 : 2;
        List<String> end = List.of(parts).subList(Math.max(0, parts.length - kept), parts.length);
        return String.join("/", end) + "/" + IndexSection.RESOURCE;
    }
}
