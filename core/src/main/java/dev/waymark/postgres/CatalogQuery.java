package dev.waymark.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The queries of the catalog, each in a file of its own. A line may be for certain servers alone, and says so at its
 * end.
 */
final class CatalogQuery {

    private static final Pattern VERSIONS = Pattern.compile("-- (since|before|)\\s*(\\d+)(?: to (\\d+))?$");

    private CatalogQuery() {}

    /** The text of a query for a server of this major version. */
    static String text(String name, int version) {
        try (InputStream file = CatalogQuery.class.getResourceAsStream("catalog/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("No query " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> applies(line, version))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean applies(String line, int version) {
        Matcher marked = VERSIONS.matcher(line);
        if (!marked.find()) {
            return true;
        }
        int bound = Integer.parseInt(marked.group(2));
        return switch (marked.group(1)) {
            case "since" -> version >= bound;
            case "before" -> version < bound;
            default -> version >= bound && version <= Integer.parseInt(marked.group(3));
        };
    }
}
