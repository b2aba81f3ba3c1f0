package dev.waymark.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.Parser;

/** What can be told of SQL by its text. */
final class SqlText {

    private static final Pattern LEADING_COMMENTS =
            Pattern.compile("(?:\\s++|--[^\\n]*+(?:\\n|\\z)|/\\*(?s:.*?)\\*/)++");
    private static final Pattern ENDS_TRANSACTION = Pattern.compile(
            "(?:commit|begin|end|abort|start\\s+transaction|prepare\\s+transaction"
                    + "|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LEAVES_SETTINGS_ALONE = Pattern.compile(
            "(?:alter|comment|create|delete|drop|grant|insert|revoke|truncate|update)\\b", Pattern.CASE_INSENSITIVE);

    private SqlText() {}

    /** The statements of a text, by the driver's own rules, without the semicolons between them. */
    static List<String> statements(String sql) throws SQLException {
        return Parser.parseJdbcSql(sql, true, false, true, false, false).stream()
                .map(query -> query.nativeSql.strip())
                .filter(statement -> afterComments(statement) < statement.length())
                .toList();
    }

    /** Whether a statement begins or ends a transaction; savepoints do neither. */
    static boolean controlsTransaction(String statement) {
        Matcher matcher = ENDS_TRANSACTION.matcher(statement);
        return matcher.region(afterComments(statement), statement.length()).lookingAt();
    }

    /** Whether a statement may change a setting of the session, as far as its text tells. */
    static boolean maySet(String statement) {
        Matcher matcher = LEAVES_SETTINGS_ALONE.matcher(statement);
        return !matcher.region(afterComments(statement), statement.length()).lookingAt()
                || statement.contains("set_config");
    }

    /** Where a statement begins, after the blanks and comments before it. */
    private static int afterComments(String statement) {
        Matcher matcher = LEADING_COMMENTS.matcher(statement);
        return matcher.lookingAt() ? matcher.end() : 0;
    }
}
