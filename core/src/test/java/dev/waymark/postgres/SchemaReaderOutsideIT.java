package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import dev.waymark.schema.SchemaSnapshot;
import org.junit.jupiter.api.Test;

/** What a snapshot holds of extensions, foreign servers and replication, and of who owns what and who may do what. */
class SchemaReaderOutsideIT {

    @Test
    void anExtensionIsOneObjectWhateverItHolds() {
        String text = Reading.text(
                "create schema more; create extension citext with schema more; create table t (a more.citext)",
                ObjectKind.FUNCTION,
                ObjectKind.OPERATOR,
                ObjectKind.CAST,
                ObjectKind.COLUMN);

        assertThat(text).isEqualTo("""
                        column public.t.a
                            type more.citext
                        """);
    }

    @Test
    void anExtensionHasASchemaAndAVersion() {
        SchemaSnapshot snapshot = Reading.structure("create schema more; create extension hstore with schema more");

        assertThat(snapshot.find(ObjectId.of(ObjectKind.EXTENSION, "hstore"))
                        .orElseThrow()
                        .attributes())
                .containsEntry("schema", "more")
                .containsKeys("version", "comment");
    }

    @Test
    void whatNeedsAnExtensionSaysSo() {
        String text = Reading.text(
                "create extension hstore; create function f() returns int language sql as 'select 1';"
                        + " alter function f() depends on extension hstore",
                ObjectKind.FUNCTION);

        assertThat(text).endsWith("    extensions\n        hstore\n");
    }

    @Test
    void secretsAreNotRead() {
        String text = Reading.text("""
                create foreign data wrapper w;
                create server s foreign data wrapper w options (host 'h', api_key 'abc');
                create user mapping for public server s options ("user" 'u', password 'abc');
                create foreign table t (a int options (n '1')) server s options (o '2');
                create subscription r connection 'host=h password=''a b'' dbname=d' publication p with (connect = false, slot_name = none)""");

        assertThat(text).isEqualTo("""
                        foreign data wrapper w
                            definition create foreign data wrapper w
                        server s
                            wrapper w
                            options
                                api_key=********
                                host=h
                        user mapping s.public
                            options
                                password=********
                                user=u
                        foreign table public.t
                            server s
                            options
                                o=2
                        column public.t.a
                            type integer
                            fdw_options
                                n=1
                        subscription r
                            connection host=h password=******** dbname=d
                            disabled true
                            options
                                slot_name=none
                            publications
                                p
                        """);
    }

    @Test
    void publications() {
        Reading.needs(15);

        String text =
                Reading.text("""
                create table t (a int primary key, b int);
                create schema s;
                create publication part for table t (a, b) where (a > 1) with (publish = 'insert, delete');
                create publication whole for tables in schema s;
                create publication everything for all tables with (publish_via_partition_root);
                create publication nothing with (publish = '')""", ObjectKind.PUBLICATION, ObjectKind.PUBLICATION_TABLE, ObjectKind.PUBLICATION_SCHEMA);

        assertThat(text).isEqualTo("""
                        publication everything
                            all_tables true
                            via_root true
                        publication nothing
                            publish
                                %1$s
                        publication part
                            publish
                                insert
                                delete
                        publication whole
                        publication table part.public.t
                            where (a > 1)
                            columns
                                a
                                b
                        publication schema whole.s
                        """.formatted(""));
    }

    @Test
    void ownersAndPrivilegesAreWhatDiffersFromTheDefault() {
        TestDatabase database = Reading.of(Reading.role("reading_app") + """
                create table t (a int, b int generated always as identity);
                alter table t owner to reading_app;
                grant select on t to public;
                grant update (a) on t to postgres with grant option;
                grant usage on sequence t_b_seq to public;
                create function f() returns int language sql as 'select 1';
                revoke execute on function f() from public;
                alter default privileges in schema public grant select on tables to reading_app""");

        String text = Reading.read(database, SnapshotOptions.complete())
                .filter(id -> id.kind() != ObjectKind.SCHEMA && id.kind() != ObjectKind.FUNCTION)
                .text();

        assertThat(text).isEqualTo("""
                        table public.t
                            owner reading_app
                            privileges
                                grant SELECT to public
                        column public.t.a
                            type integer
                            privileges
                                grant UPDATE to postgres with grant option
                        column public.t.b
                            identity always
                            type integer
                            sequence_privileges
                                grant USAGE to public
                        not null public.t.b
                        default privileges postgres.public.tables
                            privileges
                                grant SELECT to reading_app
                        """);
    }

    @Test
    void schemaPublicIsHeldLikeAnyOther() {
        Reading.needs(15);

        assertThat(Reading.read(Reading.of("select 1"), SnapshotOptions.complete())
                        .text())
                .isEqualTo("""
                        schema public
                            owner pg_database_owner
                            privileges
                                grant USAGE to public
                        """);
    }

    @Test
    void ownersAndPrivilegesCanBeLeftOut() {
        TestDatabase database = Reading.of(
                "create table t (); grant select on t to public; revoke usage on language plpgsql from public;"
                        + " alter default privileges grant select on tables to public");

        SchemaSnapshot snapshot = Reading.read(database, SnapshotOptions.structure());

        assertThat(snapshot.text()).isEqualTo("schema public\ntable public.t\n");
        assertThat(snapshot.unmodelled()).isEmpty();
    }
}
