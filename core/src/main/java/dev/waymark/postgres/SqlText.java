package dev.waymark.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postgresql.core.Parser;

/** What can be told of SQL by its text. */
final class SqlText {

    private static final Pattern LEADING_COMMENT =
            Pattern.compile("\\A(?:\\s+|--[^\\n]*+(?:\\n|\\z)|/\\*(?s:.*?)\\*/)+");
    private static final Pattern ENDS_TRANSACTION = Pattern.compile(
            "\\A(?:commit|begin|end|abort|start\\s+transaction|prepare\\s+transaction|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b))\\b.*",
            Pattern.DOTALL);

    private SqlText() {}

    /** The statements of a text, by the driver's own rules, without the semicolons between them. */
    static List<String> statements(String sql) throws SQLException {
        return Parser.parseJdbcSql(sql, true, false, true, false, false).stream()
                .map(query -> query.nativeSql.strip())
                .filter(statement -> !withoutLeadingComments(statement).isEmpty())
                .toList();
    }

    /** Whether a statement begins or ends a transaction; savepoints do neither. */
    static boolean controlsTransaction(String statement) {
        return ENDS_TRANSACTION
                .matcher(withoutLeadingComments(statement).toLowerCase(Locale.ROOT))
                .matches();
    }

    private static String withoutLeadingComments(String statement) {
        return LEADING_COMMENT.matcher(statement).replaceFirst("");
    }
}
