package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.waymark.schema.ObjectKind;
import org.junit.jupiter.api.Test;

/** What a snapshot holds of constraints and indexes. */
class SchemaReaderConstraintsIT {

    @Test
    void constraintsAreHeldAsPostgresqlPrintsThem() {
        String text = Reading.text("""
                create table artists (id int primary key);
                create table albums (
                    artist int references artists on delete cascade deferrable initially deferred,
                    title text unique deferrable,
                    year int check (year > 1900) no inherit);
                alter table albums add constraint recent check (year > 1950) not valid""", ObjectKind.UNIQUE, ObjectKind.CHECK, ObjectKind.FOREIGN_KEY);

        assertThat(text).isEqualTo("""
                        unique public.albums.albums_title_key
                            definition UNIQUE (title) DEFERRABLE
                        check public.albums.albums_year_check
                            definition CHECK ((year > 1900)) NO INHERIT
                        check public.albums.recent
                            definition CHECK ((year > 1950)) NOT VALID
                        foreign key public.albums.albums_artist_fkey
                            definition FOREIGN KEY (artist) REFERENCES public.artists(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
                        """);
    }

    @Test
    void theIndexOfAConstraintIsAPartOfIt() {
        String text = Reading.text("""
                create table t (a int not null, primary key (a) with (fillfactor = 60));
                alter table t cluster on t_pkey;
                alter table t replica identity using index t_pkey;
                comment on constraint t_pkey on t is 'of the constraint';
                comment on index t_pkey is 'of the index'""", ObjectKind.PRIMARY_KEY, ObjectKind.INDEX);

        assertThat(text).isEqualTo("""
                        primary key public.t.t_pkey
                            clustered true
                            comment of the constraint
                            definition PRIMARY KEY (a)
                            index_comment of the index
                            replica_identity true
                            storage
                                fillfactor=60
                        """);
    }

    @Test
    void anExclusionHasItsOperators() {
        assertThat(Reading.text("create table t (r int4range, exclude using gist (r with &&))", ObjectKind.EXCLUSION))
                .isEqualTo("""
                        exclusion public.t.t_r_excl
                            definition EXCLUDE USING gist (r WITH &&)
                        """);
    }

    @Test
    void nullsMayNotBeDistinct() {
        Reading.needs(15);

        assertThat(Reading.text("create table t (a int unique nulls not distinct)", ObjectKind.UNIQUE))
                .isEqualTo("""
                        unique public.t.t_a_key
                            definition UNIQUE NULLS NOT DISTINCT (a)
                        """);
    }

    @Test
    void constraintsMayNotBeEnforcedAndKeysMayBeOfPeriods() {
        Reading.needs(18);

        String text = Reading.text("""
                create table t (r int4range, d daterange, primary key (r, d without overlaps));
                create table u (r int4range, d daterange, foreign key (r, period d) references t (r, period d));
                alter table u add check (not isempty(d)) not enforced""", ObjectKind.PRIMARY_KEY, ObjectKind.FOREIGN_KEY, ObjectKind.CHECK);

        assertThat(text).isEqualTo("""
                        primary key public.t.t_pkey
                            definition PRIMARY KEY (r, d WITHOUT OVERLAPS)
                        check public.u.u_d_check
                            definition CHECK ((NOT isempty(d))) NOT ENFORCED
                        foreign key public.u.u_r_d_fkey
                            definition FOREIGN KEY (r, PERIOD d) REFERENCES public.t(r, PERIOD d)
                        """);
    }

    @Test
    void anIndexIsHeldAsPostgresqlPrintsIt() {
        String text = Reading.text("""
                create table t (a text, b int);
                create unique index i on t using btree (lower(a) text_pattern_ops desc nulls last) include (b)
                    with (fillfactor = 70) where b > 1;
                alter index i alter column 1 set statistics 500""", ObjectKind.INDEX);

        assertThat(text).isEqualTo("""
                        index public.i
                            definition CREATE UNIQUE INDEX i ON public.t USING btree (lower(a) text_pattern_ops DESC NULLS LAST) INCLUDE (b) WITH (fillfactor='70') WHERE (b > 1)
                            table t
                            table_schema public
                            statistics
                                1=500
                        """);
    }

    @Test
    void anIndexThatCouldNotBeFinishedIsInvalid() {
        TestDatabase database = Reading.of("create table t (a int); insert into t values (1), (1)");
        assertThat(catchThrowable(() -> database.execute("create unique index concurrently i on t (a)")))
                .isNotNull();

        assertThat(Reading.read(database, SnapshotOptions.structure())
                        .filter(id -> id.kind() == ObjectKind.INDEX)
                        .text())
                .isEqualTo("""
                        index public.i
                            definition CREATE UNIQUE INDEX i ON public.t USING btree (a)
                            invalid true
                            table t
                            table_schema public
                        """);
    }

    @Test
    void theIndexesOfPartitionsAreAttached() {
        String text = Reading.text("""
                create table t (a int) partition by list (a);
                create table t1 partition of t for values in (1);
                create index on t (a)""", ObjectKind.INDEX, ObjectKind.INDEX_ATTACHMENT);

        assertThat(text).isEqualTo("""
                        index public.t1_a_idx
                            definition CREATE INDEX t1_a_idx ON public.t1 USING btree (a)
                            table t1
                            table_schema public
                        index public.t_a_idx
                            definition CREATE INDEX t_a_idx ON ONLY public.t USING btree (a)
                            table t
                            table_schema public
                        index attachment public.t1_a_idx
                            parent t_a_idx
                            parent_schema public
                        """);
    }

    @Test
    void statisticsObjectsHaveADefinitionAndATarget() {
        String text = Reading.text(
                "create table t (a int, b int); create statistics s (ndistinct) on a, b from t;"
                        + " alter statistics s set statistics 50",
                ObjectKind.STATISTICS);

        assertThat(text).isEqualTo("""
                        statistics public.s
                            definition CREATE STATISTICS public.s (ndistinct) ON a, b FROM public.t
                            target 50
                        """);
    }
}
