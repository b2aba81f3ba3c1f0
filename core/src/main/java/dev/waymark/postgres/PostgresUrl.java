package dev.waymark.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * A connection URL in the form of JDBC or of libpq.
 *
 * @param description which database it names, without user, password and parameters
 * @param dataSource connects to it
 * @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">PostgreSQL,
 *     32.1.1.2</a>
 */
record PostgresUrl(String description, DataSource dataSource) {

    private static final Pattern LIBPQ = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/?@]*)(?:/(?<database>[^?/@]*))?(?:\\?(?<parameters>.*))?");
    private static final Pattern JDBC =
            Pattern.compile("jdbc:postgresql:(?://(?<hosts>[^/?@]*)/)?(?<database>[^?/@]*)(?:\\?.*)?");

    /** What the driver calls the parameters that libpq calls otherwise. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "target_session_attrs", "targetServerType",
            "options", "options",
            "sslmode", "sslmode",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "sslrootcert", "sslrootcert",
            "sslpassword", "sslpassword");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "read-write",
            "primary",
            "primary",
            "primary",
            "any",
            "any",
            "standby",
            "secondary",
            "prefer-standby",
            "preferSecondary");

    static PostgresUrl parse(String url) {
        Matcher jdbc = JDBC.matcher(url);
        if (jdbc.matches()) {
            return new PostgresUrl(described(jdbc), ofJdbc(url));
        }
        Matcher libpq = LIBPQ.matcher(url);
        if (libpq.matches()) {
            return new PostgresUrl(described(libpq), fromLibpq(libpq));
        }
        throw new IllegalArgumentException(
                "The database URL is neither jdbc:postgresql://host:5432/database nor postgresql://user:password@host:5432/database (with @, : and / in a password percent-encoded)");
    }

    /** A new data source of a URL. */
    static PGSimpleDataSource dataSource(String url) {
        return (PGSimpleDataSource) parse(url).dataSource();
    }

    /** The same for texts of several statements, which it sends as they are and leaves to the server to split. */
    static PGSimpleDataSource forTexts(String url) {
        PGSimpleDataSource dataSource = dataSource(url);
        dataSource.setPreferQueryMode(PreferQueryMode.EXTENDED_FOR_PREPARED);
        return dataSource;
    }

    /** How another database of the same server is described. */
    String descriptionOf(String database) {
        return "database '%s'%s".formatted(database, description.substring(description.lastIndexOf(" on ")));
    }

    private static PGSimpleDataSource fromLibpq(Matcher url) {
        List<String> parameters = new ArrayList<>();
        add(parameters, "user", url.group("user"));
        add(parameters, "password", url.group("password"));
        if (url.group("parameters") != null) {
            for (String parameter : url.group("parameters").split("&", -1)) {
                parameters.add(translated(parameter));
            }
        }
        String database = url.group("database") == null ? "" : url.group("database");
        return ofJdbc(
                "jdbc:postgresql://%s/%s?%s".formatted(url.group("hosts"), database, String.join("&", parameters)));
    }

    private static void add(List<String> parameters, String name, @Nullable String encoded) {
        if (encoded != null && !encoded.isEmpty()) {
            parameters.add(name + "=" + encoded.replace("+", "%2B"));
        }
    }

    private static String translated(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        if (name.equals("user") || name.equals("password")) {
            return parameter;
        }
        String driverName = DRIVER_NAMES.get(name);
        if (driverName == null) {
            throw new IllegalArgumentException(
                    "The database URL has a parameter '%s' that has no counterpart in the JDBC driver; use a jdbc: URL for it"
                            .formatted(name));
        }
        return driverName + "="
                + (name.equals("target_session_attrs") ? SERVER_TYPES.getOrDefault(value, value) : value);
    }

    private static PGSimpleDataSource ofJdbc(String jdbcUrl) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        try {
            dataSource.setUrl(jdbcUrl);
        } catch (IllegalArgumentException e) {
            // The driver's message repeats the URL, and with it the password.
            throw new IllegalArgumentException("The PostgreSQL driver can't read the database URL");
        }
        return dataSource;
    }

    private static String described(Matcher url) {
        String hosts = url.group("hosts") == null || url.group("hosts").isEmpty() ? "localhost" : url.group("hosts");
        String database = url.group("database") == null ? "" : url.group("database");
        return "database '%s' on %s".formatted(URLDecoder.decode(database, StandardCharsets.UTF_8), hosts);
    }
}
