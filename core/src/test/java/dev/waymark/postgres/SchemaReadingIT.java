package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a schema is read: what the reader leaves as it was, what it depends on and what it doesn't. */
class SchemaReadingIT {

    private static final SnapshotOptions ALL = SnapshotOptions.complete();

    @Test
    void theConnectionIsAfterwardsAsItWas() throws SQLException {
        try (Connection connection = Reading.of("create schema s").dataSource().getConnection()) {
            run(connection, "set search_path = s, public; set timezone = 'Asia/Tokyo'; set jit = on");
            List<String> before = state(connection);

            SchemaReader.read(connection, ALL);

            assertThat(state(connection)).isEqualTo(before);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void itReadsWithinTheTransactionThatHasBegun() throws SQLException {
        try (Connection connection = TestDatabase.create().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            run(connection, "create table t (a int); set local search_path = pg_catalog");
            List<String> before = state(connection);

            SchemaSnapshot snapshot = SchemaReader.read(connection, ALL);
            run(connection, "create table public.u (a int)");

            assertThat(snapshot.objects()).containsKey(ObjectId.of(ObjectKind.TABLE, "public", "t"));
            assertThat(state(connection)).isEqualTo(before);
            connection.rollback();
            assertThat(SchemaReader.read(connection, SnapshotOptions.structure())
                            .text())
                    .isEqualTo("schema public\n");
        }
    }

    @Test
    void itLeavesNoLocksBehindInTheTransaction() throws SQLException {
        TestDatabase database = Reading.of("create table t (a int); create view v as select a from t");
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);

            SchemaReader.read(connection, ALL);

            assertThat(values(
                            connection,
                            "select relation::regclass::text from pg_locks where pid = pg_backend_pid()"
                                    + " and relation in ('t'::regclass, 'v'::regclass)"))
                    .isEmpty();
        }
    }

    @Test
    void aFailureLeavesTheTransactionUsable() throws SQLException {
        try (Connection connection = TestDatabase.create().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "create table t (a int); set local statement_timeout = 1");

            assertThat(catchThrowable(() -> SchemaReader.read(connection, ALL))).isInstanceOf(SQLException.class);
            run(connection, "set local statement_timeout = 0");

            assertThat(values(connection, "select count(*) from t")).containsExactly("0");
        }
    }

    @Test
    void settingsOfTheSessionDontShowInIt() throws SQLException {
        TestDatabase database = Reading.of("""
                create schema s;
                create function s.f() returns int language sql as 'select 1';
                set search_path = s;
                create domain s.d as int default f();
                create table s.t (
                    at timestamptz default '2026-01-01 00:00+00', took interval default '1 day 2 hours',
                    x float8 default 0.1, b bytea default '\\x00', n int default f(), check (n > f()))""");
        String plain = Reading.read(database, ALL).text();
        try (Connection connection = database.dataSource().getConnection()) {
            run(
                    connection,
                    "set search_path = s; set timezone = 'Asia/Tokyo'; set intervalstyle = 'iso_8601';"
                            + " set extra_float_digits = -3; set bytea_output = 'escape'; set quote_all_identifiers = on;"
                            + " set standard_conforming_strings = off");

            String text = SchemaReader.read(connection, ALL).text();

            assertThat(text).isEqualTo(plain).contains("expression '2026-01-01 00:00:00+00'", "default s.f()");
        }
    }

    @Test
    void thePathThatADomainWasMadeUnderDoesntShowInItsDefault() {
        String ddl = "create schema s; create function s.f() returns int language sql as 'select 1'; ";

        assertThat(Reading.text(ddl + "set search_path = s; create domain s.d as int default f()", ObjectKind.DOMAIN))
                .isEqualTo(Reading.text(ddl + "create domain s.d as int default s.f()", ObjectKind.DOMAIN));
    }

    @Test
    void aRoleThatIsNoSuperuserReadsAllButSecrets() throws SQLException {
        TestDatabase database = Reading.of(Reading.role("reading_plain") + """
                create table t (a int primary key, b text default 'x');
                create view v as select a from t;
                create foreign data wrapper w;
                create server s foreign data wrapper w;
                create user mapping for postgres server s options (password 'abc');
                create subscription r connection 'password=abc' publication p with (connect = false, slot_name = none)""");
        try (Connection connection = database.dataSource("reading_plain").getConnection()) {
            SchemaSnapshot snapshot = SchemaReader.read(connection, ALL);

            SchemaSnapshot all = Reading.read(database, ALL);
            assertThat(all.objects().keySet())
                    .filteredOn(id -> !snapshot.objects().containsKey(id))
                    .containsExactly(ObjectId.of(ObjectKind.SUBSCRIPTION, "r"));
            assertThat(snapshot.unmodelled()).containsExactly("options of user mapping s.postgres", "subscription r");
            assertThat(snapshot.user()).isEqualTo("reading_plain");
        }
    }

    @Test
    void namesAreHeldAsTheyAreAndQuotedWhereTheyMustBe() {
        String text =
                Reading.text("create schema \"Odd \"\"One\"; create table \"Odd \"\"One\".\"select\" (\"Ünï\" int)");

        assertThat(text).isEqualTo("""
                        table "Odd ""One"."select"
                        column "Odd ""One"."select"."Ünï"
                            type integer
                        """);
    }

    @Test
    void dependenciesAreThoseOfTheCatalog() {
        SchemaSnapshot snapshot = Reading.structure("""
                create type mood as enum ('ok');
                create function f() returns mood language sql as 'select null::mood';
                create table t (a int primary key, m mood default f());
                create view v as select a, m from t;
                create table u (a int references t)""");

        assertThat(snapshot.dependencies(ObjectId.of(ObjectKind.VIEW, "public", "v")))
                .containsExactly(
                        ObjectId.of(ObjectKind.SCHEMA, "public"),
                        ObjectId.of(ObjectKind.COLUMN, "public", "t", "a"),
                        ObjectId.of(ObjectKind.COLUMN, "public", "t", "m"));
        assertThat(snapshot.dependencies(ObjectId.of(ObjectKind.COLUMN, "public", "t", "m")))
                .containsExactly(
                        ObjectId.of(ObjectKind.ENUM, "public", "mood"), ObjectId.of(ObjectKind.TABLE, "public", "t"));
        assertThat(snapshot.dependencies(ObjectId.of(ObjectKind.DEFAULT, "public", "t", "m")))
                .contains(
                        ObjectId.of(ObjectKind.COLUMN, "public", "t", "m"),
                        ObjectId.of(ObjectKind.FUNCTION, "public", "f", ""));
        assertThat(snapshot.dependencies(ObjectId.of(ObjectKind.FOREIGN_KEY, "public", "u", "u_a_fkey")))
                .contains(
                        ObjectId.of(ObjectKind.COLUMN, "public", "u", "a"),
                        ObjectId.of(ObjectKind.COLUMN, "public", "t", "a"),
                        ObjectId.of(ObjectKind.PRIMARY_KEY, "public", "t", "t_pkey"));
    }

    @Test
    void whatIsMadeOnTheTablesOfAnExtensionIsNotOurs() {
        TestDatabase database = Reading.of("""
                create table theirs (a int primary key default 1 check (a > 0), b int references theirs);
                create index on theirs (b);
                create statistics s on a, b from theirs;
                create extension hstore;
                alter extension hstore add table theirs""");

        assertThat(Reading.read(database, SnapshotOptions.structure())
                        .filter(id -> id.kind() != ObjectKind.EXTENSION)
                        .text())
                .isEqualTo("schema public\n");
    }

    @Test
    void theHistoryIsNotPartOfTheSchema() {
        TestDatabase database = Reading.of("""
                create schema h;
                create table h.m_revision (id text primary key, n int generated always as identity);
                create index on h.m_revision (n);
                create publication p for table h.m_revision;
                comment on table h.m_revision is 'mine'""");

        SchemaSnapshot snapshot = Reading.read(
                database, new SnapshotOptions(SnapshotOptions.structure().without(), "h", "m"));

        assertThat(snapshot.text()).isEqualTo("schema public\npublication p\n");
    }

    @Test
    void theSameSchemaGivesTheSameTextAndJson() {
        List<String> statements = List.of(
                "create table a (x int, y int default 2); comment on table a is 'A';",
                "create table b (x int primary key);",
                "create function f(i int) returns int language sql as 'select 1';");
        String backwards = statements.get(2) + statements.get(1) + statements.get(0);

        SchemaSnapshot one = Reading.structure(String.join("", statements));
        SchemaSnapshot other = Reading.structure(backwards);

        assertThat(other.text()).isEqualTo(one.text());
        assertThat(other.toJson()).isEqualTo(one.toJson());
        assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
    }

    @Test
    void theOrderOfColumnsIsNotedAndNotCompared() {
        SchemaSnapshot one = Reading.structure("create table t (a int, b int)");
        SchemaSnapshot other = Reading.structure("create table t (b int, a int)");

        assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
        assertThat(other.toJson()).isNotEqualTo(one.toJson());
    }

    @Test
    void theNumberOfQueriesIsFixed() throws SQLException {
        String many = IntStream.range(0, 200)
                .mapToObj(at ->
                        "create table t%1$d (a int primary key, b text default 'x'); create view v%1$d as select a from t%1$d;"
                                .formatted(at))
                .collect(Collectors.joining());

        assertThat(messages(Reading.of(many)))
                .isEqualTo(messages(TestDatabase.create()))
                .hasSize(5);
    }

    private static List<String> messages(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Overheard overheard = Overheard.of(connection);
            SchemaReader.read(overheard.connection(), ALL);
            return overheard.messages();
        }
    }

    private static List<String> state(Connection connection) throws SQLException {
        return values(
                connection,
                "select name || '=' || setting from pg_settings where source in ('session', 'client') order by name");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> values(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
