package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.SchemaSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing that a catalog may hold is passed over in silence. */
class CompletenessIT {

    private static final Pattern QUERY = Pattern.compile("@(\\w+)");

    /**
     * A catalog or a column that is not in the list is one of a PostgreSQL that nobody has looked at: find out what it
     * means, hold it in the snapshot or report it, and then say so in the list.
     */
    @Test
    void everyColumnOfEveryCatalogHasBeenJudged() throws IOException {
        List<String> columns = TestDatabase.create().query("""
                        select c.relname || '.' || a.attname
                          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'r'
                         order by 1""");

        Map<String, String> judged = judged();

        assertThat(columns).allSatisfy(column -> assertThat(judged).containsKey(column));
    }

    @Test
    void everyQueryThatTheListNamesIsThere() throws IOException {
        assertThat(judged().values().stream()
                        .flatMap(where -> QUERY.matcher(where).results())
                        .map(query -> query.group(1))
                        .distinct())
                .hasSizeGreaterThan(30)
                .allSatisfy(query -> assertThat(CatalogQuery.text(query, 18)).isNotEmpty());
    }

    /** By catalog and column what became of it: {@code @query}, or why it is not held. */
    private static Map<String, String> judged() throws IOException {
        try (InputStream file = CompletenessIT.class.getResourceAsStream("catalogs.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        }
    }

    @Test
    void whatASnapshotCantHoldIsReportedByItsName() {
        TestDatabase database = Reading.of(Reading.role("reading_app") + """
                create type shell;
                create function agree(int, int) returns bool language sql as 'select $1 = $2';
                create operator ~~~ (function = agree, leftarg = int, rightarg = int, negator = !~~~);
                alter operator family integer_ops using btree add function 1 (int, date) btint48cmp(int, bigint);
                create function pg_catalog.mine() returns int language sql as 'select 1';
                create table parts (a int) partition by list (a);
                create table part partition of parts for values in (1);
                create function f() returns trigger language plpgsql as 'begin return new; end';
                create trigger g after insert on parts for each row execute function f();
                alter table part disable trigger g;
                comment on trigger g on part is 'a copy';
                create table keys (a int primary key);
                create table refs (a int references keys);
                alter table refs disable trigger all;
                create extension hstore;
                revoke execute on function hstore(text, text) from public;
                revoke usage on language plpgsql from public;
                grant select on pg_catalog.pg_authid to reading_app;
                comment on type parts is 'a row type';
                do $$ begin execute format('alter database %I set work_mem = ''5MB''', current_database()); end $$""");

        SchemaSnapshot snapshot = Reading.read(database, SnapshotOptions.complete());

        assertThat(snapshot.unmodelled())
                .filteredOn(one -> !one.startsWith("state of trigger \"RI_"))
                .containsExactly(
                        "comment of a part of table public.parts",
                        "comment on trigger g on table public.part",
                        "database setting work_mem",
                        "function of access method function 1 (integer, pg_catalog.date) of pg_catalog.integer_ops USING btree",
                        "function pg_catalog.mine()",
                        "operator public.!~~~(integer,integer)",
                        "privileges on language plpgsql",
                        "privileges on objects of extension hstore",
                        "privileges on table pg_catalog.pg_authid",
                        "state of trigger g on public.part",
                        "type public.shell");
        assertThat(snapshot.unmodelled()).anyMatch(one -> one.matches("state of trigger \"RI_\\w+\" on public.refs"));
    }

    @Test
    void aDatabaseWithoutItsFirstExtensionSaysSo() {
        assertThat(Reading.structure("drop extension plpgsql").unmodelled())
                .containsExactly("absence of extension plpgsql");
    }

    @Test
    void baseTypesAreReported() {
        String ddl = """
                create type b;
                create function b_in(cstring) returns b language internal immutable strict as 'int4in';
                create function b_out(b) returns cstring language internal immutable strict as 'int4out';
                create type b (input = b_in, output = b_out, like = int4);
                create table t (c b, d b[])""";

        assertThat(Reading.structure(ddl).unmodelled()).containsExactly("type public.b");
    }
}
