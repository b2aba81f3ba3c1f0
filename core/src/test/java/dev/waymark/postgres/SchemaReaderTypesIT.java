package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.ObjectId;
import dev.waymark.schema.ObjectKind;
import org.junit.jupiter.api.Test;

/** What a snapshot holds of types, and of what is made for them. */
class SchemaReaderTypesIT {

    @Test
    void anEnumHasItsValuesInTheirOrder() {
        assertThat(Reading.text(
                        "create type mood as enum ('sad', 'it''s ok'); alter type mood add value 'so' before 'sad'"))
                .isEqualTo("""
                        enum public.mood
                            values
                                so
                                sad
                                it's ok
                        """);
    }

    @Test
    void aDomainHasATypeADefaultAndChecksOfItsOwn() {
        String text = Reading.text("create domain year as int default 1970 not null check (value > 1900);"
                + " create domain c as text collate \"C\"");

        assertThat(text).isEqualTo("""
                        domain public.c
                            collation pg_catalog."C"
                            type text
                        domain public.year
                            default 1970
                            not_null true
                            type integer
                        domain check public.year.year_check
                            definition CHECK ((VALUE > 1900))
                        """);
    }

    @Test
    void theNotNullOfADomainMayHaveAName() {
        Reading.needs(17);

        assertThat(Reading.text("create domain d as int constraint must not null"))
                .isEqualTo("""
                        domain public.d
                            not_null true
                            not_null_name must
                            type integer
                        """);
    }

    @Test
    void aCompositeTypeHasColumns() {
        assertThat(Reading.text("create type point3 as (x real, y real); comment on column point3.x is 'east'"))
                .isEqualTo("""
                        composite type public.point3
                        column public.point3.x
                            comment east
                            type real
                        column public.point3.y
                            type real
                        """);
    }

    @Test
    void aRangeHasItsSubtype() {
        String definition = Reading.structure("create type span as range (subtype = float8, subtype_diff = float8mi)")
                .find(ObjectId.of(ObjectKind.RANGE, "public", "span"))
                .orElseThrow()
                .require("definition");

        assertThat(definition)
                .startsWith("create type public.span as range (subtype = double precision, ")
                .endsWith("subtype_diff = float8mi)");
    }

    @Test
    void aSequenceHasAllItsParameters() {
        assertThat(Reading.text("create sequence s as smallint increment -2 minvalue -9 cache 4 cycle"))
                .isEqualTo("""
                        sequence public.s
                            cache 4
                            cycle true
                            increment -2
                            maximum -1
                            minimum -9
                            start -1
                            type smallint
                        """);
    }

    @Test
    void collationsConversionsAndCasts() {
        String text = Reading.text("""
                create collation c (lc_collate = 'C', lc_ctype = 'POSIX');
                create default conversion v for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
                create type mood as enum ('ok');
                create cast (text as mood) with inout as assignment""", ObjectKind.COLLATION, ObjectKind.CONVERSION, ObjectKind.CAST);

        assertThat(text).isEqualTo("""
                        collation public.c
                            definition create collation public.c (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX')
                        cast text."public.mood"
                            definition create cast (text as public.mood) with inout as assignment
                        conversion public.v
                            definition create default conversion public.v for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8
                        """);
    }

    @Test
    void collationsOfOtherProviders() {
        Reading.needs(17);

        assertThat(
                        Reading.text(
                                "create collation b (provider = builtin, locale = 'C.UTF-8');"
                                        + " create collation i (provider = icu, locale = 'und', rules = '&a < g', deterministic = false)"))
                .isEqualTo("""
                        collation public.b
                            definition create collation public.b (provider = builtin, locale = 'C.UTF-8')
                        collation public.i
                            definition create collation public.i (provider = icu, locale = 'und', rules = '&a < g', deterministic = false)
                        """);
    }

    @Test
    void operatorsAndTheirClassesAndFamilies() {
        String text = Reading.text("""
                create function like_it(int, int) returns bool language sql as 'select $1 = $2';
                create operator ~=~ (function = like_it, leftarg = int, rightarg = int, commutator = ~=~, restrict = eqsel);
                create operator family f using btree;
                alter operator family f using btree add function 1 (int, bigint) btint48cmp(int, bigint);
                create operator class c for type int using btree family f as operator 3 ~=~, function 1 btint4cmp(int, int)""", ObjectKind.OPERATOR, ObjectKind.OPERATOR_CLASS, ObjectKind.OPERATOR_FAMILY);

        assertThat(text).isEqualTo("""
                        operator public."~=~"."integer"."integer"
                            definition create operator public.~=~ (function = public.like_it, leftarg = integer, rightarg = integer, commutator = operator(public.~=~), restrict = eqsel)
                        operator family public.f.btree
                            definition create operator family public.f using btree
                            members
                                function 1 (integer, bigint) btint48cmp(integer,bigint)
                        operator class public.c.btree
                            definition create operator class public.c for type integer using btree family public.f as operator 3 public.~=~(integer, integer), function 1 (integer, integer) btint4cmp(integer,integer)
                        """);
    }

    @Test
    void anOperatorClassDependsOnWhatItIsMadeOf() {
        var snapshot = Reading.structure("""
                create function cmp(int, int) returns int language sql as 'select 0';
                create operator class c for type int using btree as function 1 cmp(int, int)""");

        assertThat(snapshot.dependencies(ObjectId.of(ObjectKind.OPERATOR_CLASS, "public", "c", "btree")))
                .contains(ObjectId.of(ObjectKind.FUNCTION, "public", "cmp", "integer, integer"));
    }

    @Test
    void textSearch() {
        String text = Reading.text("""
                create text search dictionary plain (template = pg_catalog.simple, stopwords = english);
                create text search configuration c (parser = pg_catalog."default");
                alter text search configuration c add mapping for word, asciiword with plain, pg_catalog.simple;
                create text search parser p (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
                create text search template t (lexize = dsimple_lexize)""");

        assertThat(text).isEqualTo("""
                        text search parser public.p
                            definition create text search parser public.p (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)
                        text search template public.t
                            definition create text search template public.t (lexize = dsimple_lexize)
                        text search dictionary public.plain
                            definition create text search dictionary public.plain (template = pg_catalog.simple, stopwords = 'english')
                        text search configuration public.c
                            definition create text search configuration public.c (parser = pg_catalog."default")
                            mappings
                                asciiword: public.plain, pg_catalog.simple
                                word: public.plain, pg_catalog.simple
                        """);
    }
}
