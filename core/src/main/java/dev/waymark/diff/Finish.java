package dev.waymark.diff;

import dev.waymark.diff.DdlStatement.Commit;
import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What statements in order need besides: settings, and commits between them. */
final class Finish {

    private static final Pattern ADDED_VALUE =
            Pattern.compile("alter type .* add value (E?'(?:[^']|'')*').*", Pattern.DOTALL);

    private Finish() {}

    static List<DdlStatement> of(List<DdlStatement> statements, SchemaSnapshot to) {
        List<DdlStatement> finished = new ArrayList<>();
        unchecked(statements, to).ifPresent(finished::add);
        List<String> fresh = new ArrayList<>();
        for (DdlStatement statement : statements) {
            Matcher added = ADDED_VALUE.matcher(statement.sql());
            if (added.matches()) {
                fresh.add(added.group(1));
                finished.add(statement);
            } else if (fresh.stream().anyMatch(statement.sql()::contains)) {
                fresh.clear();
                finished.add(
                        new DdlStatement(statement.sql(), statement.object(), statement.kind(), Commit.AFTER_COMMIT));
            } else {
                finished.add(statement);
            }
        }
        return finished;
    }

    /** The body of an SQL function may name what is made after it. */
    private static Optional<DdlStatement> unchecked(List<DdlStatement> statements, SchemaSnapshot to) {
        return statements.stream()
                .filter(statement -> statement.kind() != ChangeKind.DROP && inSql(statement.object(), to))
                .findFirst()
                .map(statement -> new DdlStatement(
                        "set local check_function_bodies = off",
                        statement.object(),
                        statement.kind(),
                        Commit.ANYWHERE));
    }

    private static boolean inSql(ObjectId id, SchemaSnapshot schema) {
        boolean routine = id.kind() == ObjectKind.FUNCTION || id.kind() == ObjectKind.PROCEDURE;
        Optional<SchemaObject> object = routine ? schema.find(id) : Optional.empty();
        return object.flatMap(one -> one.get("language")).filter("sql"::equals).isPresent();
    }
}
