package dev.waymark.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diff.DdlStatement;
import dev.waymark.diff.SchemaDiff;
import dev.waymark.postgres.TestDatabase;
import dev.waymark.schema.SchemaSnapshot;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a change of type is what PostgreSQL does: whether the file of the table is another one afterwards. */
class TypeChangeIT {

    private static final String FILES =
            "select pg_relation_filenode(oid) from pg_class where relname in ('t', 't_c') order by relname";

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            varchar(10)    | varchar(20)
            varchar(10)    | varchar(5)
            varchar(10)    | varchar
            varchar(10)    | text
            varchar        | varchar(50)
            text           | varchar
            text           | varchar(50)
            text           | char(50)
            text           | citext
            citext         | text
            text           | text collate "C"
            varchar(10)    | varchar(20) collate "C"
            char(5)        | char(10)
            char(5)        | varchar(5)
            char(5)        | text
            name           | text
            numeric(10,2)  | numeric(12,2)
            numeric(10,2)  | numeric(12,4)
            numeric(10,2)  | numeric
            numeric        | numeric(10,2)
            smallint       | integer
            integer        | bigint
            bigint         | integer
            integer        | oid
            integer        | numeric
            integer        | text
            real           | double precision
            timestamp(3)   | timestamp(6)
            timestamp(3)   | timestamp
            timestamp      | timestamp(3)
            timestamptz(3) | timestamptz(4)
            timestamp      | timestamptz
            time(3)        | time
            time           | time(3)
            date           | timestamp
            interval       | interval(6)
            interval(3)    | interval(4)
            interval       | interval(3)
            varbit(5)      | varbit(10)
            varbit(10)     | varbit(5)
            bit(5)         | bit(8)
            bit(5)         | varbit
            bit(5)         | varbit(5)
            cidr           | inet
            json           | jsonb
            xml            | text
            integer[]      | bigint[]
            varchar(5)[]   | varchar(10)[]
            varchar[]      | text[]
            text           | plain
            plain          | text
            varchar(10)    | plain
            integer        | positive
            positive       | integer
            positive       | bigint
            mood           | text
            text           | mood
            """)
    void rewritesWhatItIsSaidToRewrite(String from, String to) {
        TestDatabase database = database(from);
        TestDatabase other = database(to);
        SchemaSnapshot before = Judged.snapshot(database);
        SchemaSnapshot after = Judged.snapshot(other);
        SchemaDiff diff = SchemaDiff.between(before, after);
        List<String> files = database.query(FILES);

        diff.up().forEach(statement -> database.execute("set timezone to 'Asia/Kolkata'; " + statement.sql()));

        List<String> now = database.query(FILES);
        assertThat(said(diff, before, after)).isEqualTo(done(files, now));
    }

    private static List<HazardKind> done(List<String> before, List<String> after) {
        boolean rewritten = !before.get(0).equals(after.get(0));
        return before.equals(after)
                ? List.of()
                : List.of(rewritten ? HazardKind.REWRITES : HazardKind.SCANS_UNDER_LOCK);
    }

    private static List<HazardKind> said(SchemaDiff diff, SchemaSnapshot before, SchemaSnapshot after) {
        return diff.up().stream()
                .flatMap((DdlStatement statement) -> Hazards.of(statement, before, after).stream())
                .map(Hazard::kind)
                .filter(kind -> kind != HazardKind.NARROWS_DATA)
                .toList();
    }

    private static TestDatabase database(String type) {
        TestDatabase database = TestDatabase.create();
        database.execute("create extension citext");
        database.execute("create domain plain as text; create domain positive as integer check (value > 0);"
                + " create type mood as enum ('sad', 'ok')");
        database.execute("create table t (c %s)".formatted(type));
        boolean sortable = !type.startsWith("json") && !type.equals("xml");
        database.execute(sortable ? "create index t_c on t (c)" : "insert into t default values");
        return database;
    }
}
