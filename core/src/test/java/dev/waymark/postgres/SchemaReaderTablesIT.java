package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.ObjectKind;
import org.junit.jupiter.api.Test;

/** What a snapshot holds of tables, their columns and what is in them. */
class SchemaReaderTablesIT {

    @Test
    void aTableIsAnObjectAndSoAreItsColumnsDefaultsAndConstraints() {
        String text =
                Reading.text("""
                create table recordings (
                    id bigint primary key,
                    title text not null,
                    bpm numeric(6, 2) default 120)""", ObjectKind.TABLE, ObjectKind.COLUMN, ObjectKind.DEFAULT, ObjectKind.PRIMARY_KEY);

        assertThat(text).isEqualTo("""
                        table public.recordings
                        column public.recordings.bpm
                            type numeric(6,2)
                        column public.recordings.id
                            type bigint
                        column public.recordings.title
                            type text
                        default public.recordings.bpm
                            expression 120
                        primary key public.recordings.recordings_pkey
                            definition PRIMARY KEY (id)
                        """);
    }

    @Test
    void aTableHasAPersistenceStorageParametersAndAReplicaIdentity() {
        String text = Reading.text("""
                create unlogged table plays (note text)
                    with (fillfactor = 70, toast.autovacuum_enabled = off);
                alter table plays replica identity full""", ObjectKind.TABLE);

        assertThat(text).isEqualTo("""
                        table public.plays
                            persistence unlogged
                            replica_identity full
                            storage
                                fillfactor=70
                                toast.autovacuum_enabled=off
                        """);
    }

    @Test
    void rowSecurityBelongsToTheTable() {
        String text = Reading.text(
                "create table t (); alter table t enable row level security; alter table t force row level security",
                ObjectKind.TABLE);

        assertThat(text).isEqualTo("""
                        table public.t
                            force_row_security true
                            row_security true
                        """);
    }

    @Test
    void aTypedTableNamesItsType() {
        String text = Reading.text("create type t as (a int); create table of_t of t", ObjectKind.TABLE);

        assertThat(text).isEqualTo("""
                        table public.of_t
                            of_type public.t
                        """);
    }

    @Test
    void partitionsAreTablesThatAreAttached() {
        String text = Reading.text("""
                create table plays (at date) partition by range (at);
                create table plays_2026 partition of plays for values from ('2026-01-01') to ('2027-01-01')""", ObjectKind.TABLE, ObjectKind.PARTITION, ObjectKind.COLUMN);

        assertThat(text).isEqualTo("""
                        table public.plays
                            partition_key RANGE (at)
                        table public.plays_2026
                        partition public.plays_2026
                            bound FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
                            parent plays
                            parent_schema public
                        column public.plays.at
                            type date
                        column public.plays_2026.at
                            inherited true
                            type date
                        """);
    }

    @Test
    void aChildIsATableThatInherits() {
        String text = Reading.text(
                "create table a (x int); create table b (y int) inherits (a)",
                ObjectKind.INHERITANCE,
                ObjectKind.COLUMN);

        assertThat(text).isEqualTo("""
                        inheritance public.b.public.a
                        column public.a.x
                            type integer
                        column public.b.x
                            inherited true
                            type integer
                        column public.b.y
                            type integer
                        """);
    }

    @Test
    void aColumnHasACollationAStorageStatisticsAndOptions() {
        String text = Reading.text("""
                create table t (c text collate "C");
                alter table t alter c set storage external, alter c set statistics 500, alter c set (n_distinct = 9)""", ObjectKind.COLUMN);

        assertThat(text).isEqualTo("""
                        column public.t.c
                            collation pg_catalog."C"
                            statistics 500
                            storage external
                            type text
                            options
                                n_distinct=9
                        """);
    }

    @Test
    void aColumnHasACompression() {
        Reading.needs(14);

        assertThat(Reading.text("create table t (c text compression pglz)", ObjectKind.COLUMN))
                .isEqualTo("""
                        column public.t.c
                            compression pglz
                            type text
                        """);
    }

    @Test
    void anIdentityColumnHasTheOptionsOfItsSequence() {
        String text = Reading.text(
                "create table t (id int generated always as identity (start 5 increment 2 cache 3 cycle));"
                        + " comment on sequence t_id_seq is 'counts'",
                ObjectKind.COLUMN,
                ObjectKind.SEQUENCE);

        assertThat(text).isEqualTo("""
                        column public.t.id
                            identity always
                            identity_options start 5 increment 2 cache 3 cycle
                            sequence_comment counts
                            type integer
                        """);
    }

    @Test
    void aSerialColumnHasASequenceAndADefault() {
        String text = Reading.text(
                "create table t (id smallserial)",
                ObjectKind.SEQUENCE,
                ObjectKind.SEQUENCE_OWNER,
                ObjectKind.COLUMN,
                ObjectKind.DEFAULT);

        assertThat(text).isEqualTo("""
                        sequence public.t_id_seq
                            cache 1
                            increment 1
                            maximum 32767
                            minimum 1
                            start 1
                            type smallint
                        sequence owner public.t_id_seq
                            column id
                            table t
                            table_schema public
                        column public.t.id
                            type smallint
                        default public.t.id
                            expression nextval('public.t_id_seq'::regclass)
                        """);
    }

    @Test
    void aGeneratedColumnHasAnExpressionAndNoDefault() {
        String text = Reading.text(
                "create table t (a int, b int generated always as (a * 2) stored)",
                ObjectKind.COLUMN,
                ObjectKind.DEFAULT);

        assertThat(text).isEqualTo("""
                        column public.t.a
                            type integer
                        column public.t.b
                            generated (a * 2)
                            generation stored
                            type integer
                        """);
    }

    @Test
    void aGeneratedColumnMayBeVirtual() {
        Reading.needs(18);

        assertThat(Reading.text("create table t (b int generated always as (2) virtual)", ObjectKind.COLUMN))
                .isEqualTo("""
                        column public.t.b
                            generated 2
                            generation virtual
                            type integer
                        """);
    }

    @Test
    void notNullHasANameIfItIsNotTheUsualOne() {
        Reading.needs(18);

        String text = Reading.text("""
                create table t (a int not null, b int constraint must not null, c int);
                alter table t add constraint t_c_not_null not null c not valid""", ObjectKind.NOT_NULL);

        assertThat(text).isEqualTo("""
                        not null public.t.a
                        not null public.t.b
                            name must
                        not null public.t.c
                            not_valid true
                        """);
    }
}
