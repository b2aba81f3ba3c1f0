package dev.waymark.example.tracktion;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.postgresql.ds.PGSimpleDataSource;

/** Reads what people put into {@code DATABASE_URL}. */
final class DatabaseUrl {

    private static final String NEITHER = "DATABASE_URL is neither postgresql://user:password@host:5432/database"
            + " nor jdbc:postgresql://host:5432/database?user=...&password=...";

    private DatabaseUrl() {}

    /**
     * Reads a URL in the form of libpq or of JDBC.
     *
     * @throws IllegalArgumentException if it is neither; the message does not repeat it, since it may hold a password
     */
    static PGSimpleDataSource dataSource(String url) {
        try {
            return url.startsWith("jdbc:") ? jdbc(url) : libpq(new URI(url));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(NEITHER);
        }
    }

    private static PGSimpleDataSource jdbc(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return database;
    }

    private static PGSimpleDataSource libpq(URI url) {
        if (!"postgresql".equals(url.getScheme()) && !"postgres".equals(url.getScheme())) {
            throw new IllegalArgumentException(NEITHER);
        }
        String host = url.getHost() == null ? "localhost" : url.getHost();
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        PGSimpleDataSource database = jdbc("jdbc:postgresql://" + host + port + url.getRawPath() + query);
        if (url.getRawUserInfo() != null) {
            logIn(database, url.getRawUserInfo().split(":", 2));
        }
        return database;
    }

    private static void logIn(PGSimpleDataSource database, String[] userAndPassword) {
        database.setUser(decoded(userAndPassword[0]));
        if (userAndPassword.length == 2) {
            database.setPassword(decoded(userAndPassword[1]));
        }
    }

    /** A plus sign is itself here, and not a space as it is in forms. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
