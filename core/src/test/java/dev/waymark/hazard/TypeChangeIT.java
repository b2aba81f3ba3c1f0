package dev.waymark.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.postgres.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is said of a change of type is what PostgreSQL does: whether a table and its index have other files afterwards.
 */
class TypeChangeIT {

    private static final List<String> CHANGES =
            """
            varchar(10)    -> varchar(20)
            varchar(10)    -> varchar(5)
            varchar(10)    -> varchar
            varchar(10)    -> text
            varchar        -> varchar(50)
            text           -> varchar
            text           -> varchar(50)
            text           -> char(50)
            text           -> citext
            citext         -> text
            citext         -> varchar(20)
            text           -> text collate "C"
            varchar(10)    -> varchar(20) collate "C"
            char(5)        -> char(10)
            char(5)        -> varchar(5)
            char(5)        -> text
            name           -> text
            numeric(10,2)  -> numeric(12,2)
            numeric(10,2)  -> numeric(12,4)
            numeric(10,2)  -> numeric
            numeric        -> numeric(10,2)
            smallint       -> integer
            integer        -> bigint
            bigint         -> integer
            integer        -> oid
            integer        -> numeric
            integer        -> text
            integer        -> boolean
            real           -> double precision
            timestamp(3)   -> timestamp(6)
            timestamp(3)   -> timestamp
            timestamp      -> timestamp(3)
            timestamptz(3) -> timestamptz(4)
            timestamp      -> timestamptz
            timestamptz    -> date
            time(3)        -> time
            time           -> time(3)
            date           -> timestamp
            interval       -> interval(6)
            interval(3)    -> interval(4)
            interval       -> interval(3)
            interval       -> interval day to second
            interval(3)    -> interval day to second(3)
            interval day   -> interval
            varbit(5)      -> varbit(10)
            varbit(10)     -> varbit(5)
            bit(5)         -> bit(8)
            bit(5)         -> varbit
            bit(5)         -> varbit(5)
            cidr           -> inet
            inet           -> cidr
            json           -> jsonb
            jsonb          -> json
            xml            -> text
            integer[]      -> bigint[]
            varchar(5)[]   -> varchar(10)[]
            varchar[]      -> text[]
            text           -> plain
            plain          -> text
            varchar(10)    -> plain
            integer        -> positive
            positive       -> integer
            positive       -> bigint
            text           -> filled
            mood           -> text
            text           -> mood
            """.lines().map(line -> line.replaceAll(" +", " ")).toList();

    private static final String FILES =
            "select relname || ' ' || pg_relation_filenode(oid) from pg_class where relname ~ '^[ti][0-9]+$'";

    @Test
    void whatIsSaidOfAChangeOfTypeIsWhatItDoes() {
        TestDatabase database = made(0);
        Judged judged = Judged.of(database, made(1));
        Map<String, String> before = files(database);

        judged.diff().up().forEach(one -> database.execute("set timezone to 'Asia/Kolkata'; " + one.sql()));

        Map<String, String> after = files(database);
        assertThat(said(judged)).isEqualTo(done(before, after)).hasSize(CHANGES.size());
    }

    private static Map<String, String> files(TestDatabase database) {
        return database.query(FILES).stream()
                .map(row -> row.split(" ", -1))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    private static Map<String, String> done(Map<String, String> before, Map<String, String> after) {
        Map<String, String> done = new TreeMap<>();
        IntStream.range(0, CHANGES.size()).forEach(number -> {
            boolean rewritten = !Objects.equals(before.get("t" + number), after.get("t" + number));
            boolean sorted = !Objects.equals(before.get("i" + number), after.get("i" + number));
            done.put(CHANGES.get(number), rewritten ? "[REWRITES]" : sorted ? "[SCANS_UNDER_LOCK]" : "[]");
        });
        return done;
    }

    private static Map<String, String> said(Judged judged) {
        Map<String, String> said = new TreeMap<>();
        judged.diff()
                .up()
                .forEach(one -> said.put(
                        CHANGES.get(Integer.parseInt(one.object().path().get(1).substring(1))),
                        judged.hazards(one).stream()
                                .map(Hazard::kind)
                                .filter(kind -> kind != HazardKind.NARROWS_DATA)
                                .toList()
                                .toString()));
        return said;
    }

    /** A table for each change, with an index on its column: by its values where they can be sorted. */
    private static TestDatabase made(int side) {
        TestDatabase database = TestDatabase.create();
        database.execute("""
                create extension citext;
                create domain plain as text;
                create domain filled as text not null;
                create domain positive as integer check (value > 0);
                create type mood as enum ('sad', 'ok')
                """);
        for (int number = 0; number < CHANGES.size(); number++) {
            String change = CHANGES.get(number);
            boolean unsortable = change.startsWith("json") || change.startsWith("xml");
            String type = change.split(" -> ", -1)[side];
            database.execute("create table t%1$d (c %2$s, d integer); create index i%1$d on t%1$d (%3$s)"
                    .formatted(number, type, unsortable ? "d" : "c"));
        }
        return database;
    }
}
