package dev.waymark.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.Parser;

/** What can be told of SQL by its text. */
final class SqlText {

    private static final Pattern LEADING_COMMENTS =
            Pattern.compile("(?:\\s++|--[^\\n]*+(?:\\n|\\z)|/\\*(?s:.*?)\\*/)++");
    /** A comment, or what only looks like one, since it is quoted. */
    private static final Pattern COMMENT =
            Pattern.compile("('[^']*+'|\"[^\"]*+\"|\\$(\\w*+)\\$(?s:.*?)\\$\\2\\$)|--[^\\n]*+|/\\*(?s:.*?)\\*/");

    private static final Pattern ENDS_TRANSACTION = Pattern.compile(
            "(?:commit|begin|end|abort|start\\s+transaction|prepare\\s+transaction"
                    + "|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LEAVES_SETTINGS_ALONE = Pattern.compile(
            "(?:alter|comment|create|delete|drop|grant|insert|revoke|truncate|update)\\b", Pattern.CASE_INSENSITIVE);

    private static final String PLAIN_NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)";

    /** A name, qualified or not, as SQL writes it. */
    static final String NAME = PLAIN_NAME + "(?:\\s*\\.\\s*" + PLAIN_NAME + ")*+";

    /**
     * What PostgreSQL refuses in a transaction block, as far as the text tells for certain.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">PostgreSQL, SQL commands</a>
     */
    private static final Pattern REFUSES_TRANSACTION = Pattern.compile(
            "(?:create\\s+(?:unique\\s+)?index\\s+concurrently|drop\\s+index\\s+concurrently"
                    + "|reindex\\s*(?:\\([^)]*\\)\\s*)?(?:(?:index|table)\\s+concurrently|schema|database|system)"
                    + "|reindex\\s*\\([^)]*concurrently(?!\\s+(?:false|off|0))"
                    + "|vacuum|create\\s+database|drop\\s+database|create\\s+tablespace|drop\\s+tablespace|alter\\s+system"
                    + "|alter\\s+database\\s+" + NAME + "\\s+set\\s+tablespace|discard\\s+all"
                    + "|alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?" + NAME + "\\s+detach\\s+partition\\s+"
                    + NAME
                    + "\\s+concurrently)\\b",
            Pattern.CASE_INSENSITIVE);

    /** These may end transactions themselves, which they can only where they are not in one. */
    private static final Pattern MAY_END_TRANSACTION =
            Pattern.compile("(?:call|do|cluster)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_SESSION = Pattern.compile(
            "(?:set\\b|reset\\b|discard\\b|listen\\b|unlisten\\b|load\\b|prepare\\b"
                    + "|create\\s+(?:local\\s+|global\\s+)?(?:temp|temporary)\\b|select\\s+(?:pg_catalog\\s*\\.\\s*)?set_config\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CHANGES_ROWS =
            Pattern.compile("(?:insert|update|delete|merge|with|copy|select|move)\\b", Pattern.CASE_INSENSITIVE);

    private SqlText() {}

    /** Whether PostgreSQL refuses a statement in a transaction block; false also where that can't be told. */
    static boolean refusesTransaction(String statement) {
        return begins(REFUSES_TRANSACTION, statement);
    }

    /** Whether a statement may have committed a part of what it did, though it failed. */
    static boolean mayEndTransaction(String statement) {
        return begins(MAY_END_TRANSACTION, statement);
    }

    /** Whether a statement may say how many rows it changed. */
    static boolean changesRows(String statement) {
        return begins(CHANGES_ROWS, statement);
    }

    /** Whether what a statement does ends with the session. */
    static boolean isOfSession(String statement) {
        return begins(OF_SESSION, statement);
    }

    /** The match of a pattern, without regard to case, with how a statement begins. */
    static Optional<Matcher> match(String pattern, String statement) {
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(withoutComments(statement));
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    private static boolean begins(Pattern pattern, String statement) {
        Matcher matcher = pattern.matcher(statement);
        return matcher.region(afterComments(statement), statement.length()).lookingAt();
    }

    /** The statements of a text, by the driver's own rules, without the semicolons between them. */
    static List<String> statements(String sql) throws SQLException {
        return Parser.parseJdbcSql(sql, true, false, true, false, false).stream()
                .map(query -> query.nativeSql.strip())
                .filter(statement -> afterComments(statement) < statement.length())
                .toList();
    }

    /** Whether a statement begins or ends a transaction; savepoints do neither. */
    static boolean controlsTransaction(String statement) {
        return begins(ENDS_TRANSACTION, statement);
    }

    /** Whether a statement may change a setting of the session, as far as its text tells. */
    static boolean maySet(String statement) {
        return !begins(LEAVES_SETTINGS_ALONE, statement) || statement.contains("set_config");
    }

    /** The statement with a blank for each comment. */
    private static String withoutComments(String statement) {
        return COMMENT.matcher(statement)
                .replaceAll(found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1)))
                .strip();
    }

    /** Where a statement begins, after the blanks and comments before it. */
    private static int afterComments(String statement) {
        Matcher matcher = LEADING_COMMENTS.matcher(statement);
        return matcher.lookingAt() ? matcher.end() : 0;
    }
}
