package dev.waymark.neo4j;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server is, as {@code CALL dbms.components()} says.
 *
 * @param version its version as it writes it, as in {@code 5.26.30} or {@code 2026.08.1}
 * @param edition its edition, as in {@code community} or {@code enterprise}
 */
public record ServerInfo(String version, String edition) {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if the version does not begin with two numbers
     */
    public ServerInfo {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("'" + version + "' is no version of a Neo4j server");
        }
    }

    /** {@return whether it has what Enterprise Edition has} */
    public boolean isEnterprise() {
        return edition.equalsIgnoreCase("enterprise");
    }

    /** {@return whether its version is this one or a later one} */
    public boolean isAtLeast(int major, int minor) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.matches()) {
            return false;
        }
        int itsMajor = Integer.parseInt(numbers.group(1));
        int itsMinor = Integer.parseInt(numbers.group(2));
        return itsMajor > major || (itsMajor == major && itsMinor >= minor);
    }

    /**
     * {@return why it can't have a constraint or an index, as in {@code a node key constraint needs Neo4j Enterprise
     * Edition; this is Community 5.26.30}; empty if it can}
     *
     * @param element the constraint or index
     */
    public Optional<String> refusal(SchemaElement element) {
        return need(element).map(need -> "%s ('%s') needs Neo4j %s; this is %s"
                .formatted(element.kindInWords(), element.name(), need, inWords()));
    }

    /** How messages call it. */
    String inWords() {
        return edition.substring(0, 1).toUpperCase(Locale.ROOT) + edition.substring(1) + " " + version;
    }

    /** What comes before our own SHOW: the dialect whose columns are read, where the server has several. */
    String showPrefix() {
        if (isEnterprise() && isAtLeast(2026, 2)) {
            return "CYPHER 25 "; // only there does it tell which constraints belong to a graph type
        }
        return isAtLeast(2025, 6) ? "CYPHER 5 " : "";
    }

    private Optional<String> need(SchemaElement element) {
        if (element instanceof Index index) {
            return need(index);
        }
        Constraint constraint = (Constraint) element;
        if (constraint.kind() != ConstraintKind.UNIQUENESS && !isEnterprise()) {
            return Optional.of("Enterprise Edition");
        }
        return constraint.usesVectors() && !isAtLeast(2025, 10) ? Optional.of("2025.10 for vectors") : Optional.empty();
    }

    private Optional<String> need(Index index) {
        if (index.usesNewerVectors() && !isAtLeast(2026, 1)) {
            return Optional.of("2026.01 for several labels or for properties to filter by");
        }
        return IndexOptions.areNewer(index.options()) && !isAtLeast(2025, 6)
                ? Optional.of("2025.06 for the options it declares")
                : Optional.empty();
    }
}
