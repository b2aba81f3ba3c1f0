package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.ObjectKind;
import org.junit.jupiter.api.Test;

/** What a snapshot holds of views, routines, triggers and the like. */
class SchemaReaderCodeIT {

    @Test
    void aViewHasADefinitionAndOptions() {
        String text = Reading.text(
                "create view v with (security_barrier) as select 1 as one; alter view v alter column one set default 7",
                ObjectKind.VIEW,
                ObjectKind.DEFAULT);

        assertThat(text).isEqualTo("""
                        default public.v.one
                            expression 7
                        view public.v
                            definition SELECT 1 AS one
                            options
                                security_barrier=true
                        """);
    }

    @Test
    void aViewMayRunWithTheRightsOfItsReader() {
        Reading.needs(15);

        assertThat(Reading.text("create view v with (security_invoker) as select 1 as one", ObjectKind.VIEW))
                .isEqualTo("""
                        view public.v
                            definition SELECT 1 AS one
                            options
                                security_invoker=true
                        """);
    }

    @Test
    void aMaterializedViewMayBeUnpopulated() {
        String text = Reading.text(
                "create materialized view v with (fillfactor = 50) as select 1 as one with no data",
                ObjectKind.MATERIALIZED_VIEW);

        assertThat(text).isEqualTo("""
                        materialized view public.v
                            definition SELECT 1 AS one
                            unpopulated true
                            storage
                                fillfactor=50
                        """);
    }

    @Test
    void aFunctionIsHeldAsPostgresqlPrintsIt() {
        String text = Reading.text("""
                create function f(a int, b text default 'x', out c int) language sql stable strict leakproof
                    security definer parallel safe cost 5 set work_mem = '1MB' as 'select 1'""", ObjectKind.FUNCTION);

        assertThat(text).isEqualTo("""
                        function public.f."integer, text"
                            defaults 1
                            definition CREATE OR REPLACE FUNCTION public.f(a integer, b text DEFAULT 'x'::text, OUT c integer)
                               RETURNS integer
                               LANGUAGE sql
                               STABLE PARALLEL SAFE STRICT SECURITY DEFINER LEAKPROOF COST 5
                               SET work_mem TO '1MB'
                              AS $function$select 1$function$
                            language sql
                            result integer
                            parameters
                                i a integer
                                i b text
                                o c integer
                        """);
    }

    @Test
    void proceduresAndAggregates() {
        String text = Reading.text("""
                create procedure p(inout a int) language sql as 'select 1';
                create aggregate total(int) (sfunc = int4pl, stype = int, initcond = '0', parallel = safe)""", ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

        assertThat(text).isEqualTo("""
                        procedure public.p."integer"
                            definition CREATE OR REPLACE PROCEDURE public.p(INOUT a integer)
                               LANGUAGE sql
                              AS $procedure$select 1$procedure$
                            language sql
                            parameters
                                b a integer
                        aggregate public.total."integer"
                            definition create aggregate public.total(integer) (sfunc = int4pl, stype = integer, initcond = '0', parallel = safe)
                        """);
    }

    @Test
    void triggersAndRulesMayBeDisabled() {
        String text = Reading.text("""
                create table t (a int);
                create function f() returns trigger language plpgsql as 'begin return new; end';
                create trigger g before update of a on t for each row when (new.a > 1) execute function f();
                alter table t disable trigger g;
                create constraint trigger k after insert on t deferrable for each row execute function f();
                create rule r as on delete to t do instead nothing;
                alter table t enable always rule r""", ObjectKind.TRIGGER, ObjectKind.RULE);

        assertThat(text).isEqualTo("""
                        rule public.t.r
                            definition CREATE RULE r AS
                                  ON DELETE TO public.t DO INSTEAD NOTHING
                            enabled always
                        trigger public.t.g
                            definition CREATE TRIGGER g BEFORE UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a > 1)) EXECUTE FUNCTION public.f()
                            enabled disabled
                        trigger public.t.k
                            definition CREATE CONSTRAINT TRIGGER k AFTER INSERT ON public.t DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.f()
                        """);
    }

    @Test
    void policies() {
        String text = Reading.text(
                "create table t (a int); create policy p on t as restrictive for update using (a > 1) with check (a > 2)",
                ObjectKind.POLICY);

        assertThat(text).isEqualTo("""
                        policy public.t.p
                            check (a > 2)
                            command update
                            restrictive true
                            using (a > 1)
                            roles
                                public
                        """);
    }

    @Test
    void eventTriggers() {
        String text = Reading.text("""
                create function f() returns event_trigger language plpgsql as 'begin end';
                create event trigger e on ddl_command_end when tag in ('CREATE TABLE') execute function f();
                alter event trigger e disable""", ObjectKind.EVENT_TRIGGER);

        assertThat(text).isEqualTo("""
                        event trigger e
                            enabled disabled
                            event ddl_command_end
                            function public.f
                            tags
                                CREATE TABLE
                        """);
    }

    @Test
    void languagesAndAccessMethods() {
        String text = Reading.text("create language mine handler plpgsql_call_handler inline plpgsql_inline_handler;"
                + " create access method tree type index handler bthandler");

        assertThat(text).isEqualTo("""
                        language mine
                            definition create language mine handler plpgsql_call_handler inline plpgsql_inline_handler
                        access method tree
                            definition create access method tree type index handler bthandler
                        """);
    }
}
