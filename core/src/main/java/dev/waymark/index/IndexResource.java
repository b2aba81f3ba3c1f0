package dev.waymark.index;

import dev.waymark.index.IndexReader.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
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
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return IndexReader.read(name(), in, connection.getContentLengthLong(), extent);
            }
        } catch (IOException failure) {
            throw IndexReader.unreadable(name(), failure);
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
