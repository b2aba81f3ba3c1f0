package dev.waymark.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.autogenerate.Library.Albums;
import dev.waymark.autogenerate.Library.Artists;
import dev.waymark.autogenerate.Library.Public;
import dev.waymark.schema.ObjectKind;
import java.util.List;
import org.jooq.Index;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

/** Models of jOOQ: what they can say counts, and nothing else. */
class JooqModelIT {

    private static final Model SCHEMA = Model.jooq(Public.PUBLIC);

    private static final RevisionOptions OPTIONS = RevisionOptions.inPackage("revisions");

    @Test
    void aModelThatWasGeneratedFromTheSchemaIsNoDifference() {
        assertThat(Site.at(LibrarySchema.DDL).autogenerate().check(SCHEMA))
                .hasToString("No difference between the revisions and the jOOQ model.");
    }

    @Test
    void anEmptyDatabaseBecomesTheModel() {
        Site site = Site.at(LibrarySchema.FUNCTIONS);

        Generated generated = site.autogenerate().revision(SCHEMA, "Begin", OPTIONS);

        assertThat(generated.files()).hasSize(1);
        assertThat(generated.comparison().sql())
                .contains(
                        "create domain public.code as character varying(12)",
                        "create sequence public.numbers increment by 2 start with 5 cycle")
                .noneMatch(sql -> sql.contains("view"));
    }

    @Test
    void whatTheModelSaysOtherwiseIsADifference() {
        String ddl = LibrarySchema.DDL
                .replace("price numeric(6, 2)", "price numeric(5, 1)")
                .replace("artist integer not null", "artist integer")
                .replace("made desc", "made")
                .replace("default 'nobody'", "default 'anybody'")
                .replace("'solo', 'band'", "'solo', 'duo'")
                .replace("'it''s done')", "'it''s done', 'lost')")
                .replace("state state default 'new'", "state state")
                .replace("'Who plays'", "'Who sings'");

        assertThat(Site.at(ddl).autogenerate().check(SCHEMA)).hasToString("""
                8 differences from the revisions to the jOOQ model:
                ~ enum public.state values (new, it's done, lost) -> (new, it's done) (made anew)
                ~ table public.artists comment Who sings -> Who plays
                ~ column public.albums.price type numeric(5,1) -> numeric(6,2)
                + default public.albums.state 'new'::public.state
                ~ default public.artists.name expression 'anybody'::character varying -> 'nobody'::character varying
                + not null public.albums.artist
                ~ check public.artists.artists_kind_check definition CHECK (((kind)::text = ANY ((ARRAY['solo'::character varying, 'duo'::character varying])::text[]))) -> CHECK (((kind)::text = ANY (ARRAY[('solo'::character varying)::text, ('band'::character varying)::text]))) (made anew)
                ~ index public.albums_made definition CREATE INDEX albums_made ON public.albums USING btree (made, price) -> CREATE INDEX albums_made ON public.albums USING btree (made DESC, price) (made anew)""");
    }

    @Test
    void tablesAndPartsThatTheModelDoesNotHaveAreToBeDropped() {
        String more = """
                create table extra (id integer primary key, artist integer references artists);
                create trigger touched before update on extra for each row execute function touch();
                create view extras as select id from extra;
                alter table artists add column age integer unique, add check (age > 0);
                create index artists_mail on artists (mail);
                create index artists_some on artists (mail) where mail is not null;
                create index artists_lower on artists (lower(name));
                create index artists_hash on artists using hash (name);
                create sequence more_numbers;
                """;

        assertThat(Site.at(LibrarySchema.DDL + more).autogenerate().check(SCHEMA))
                .hasToString("""
                14 differences from the revisions to the jOOQ model:
                - sequence public.more_numbers bigint
                - table public.extra
                - column public.artists.age integer
                - column public.extra.artist integer
                - column public.extra.id integer
                - column public.extras.id integer
                - not null public.extra.id
                - primary key public.extra.extra_pkey PRIMARY KEY (id)
                - unique public.artists.artists_age_key UNIQUE (age)
                - check public.artists.artists_age_check CHECK ((age > 0))
                - foreign key public.extra.extra_artist_fkey FOREIGN KEY (artist) REFERENCES public.artists(id)
                - index public.artists_mail CREATE INDEX artists_mail ON public.artists USING btree (mail)
                - view public.extras
                - trigger public.extra.touched CREATE TRIGGER touched BEFORE UPDATE ON public.extra FOR EACH ROW EXECUTE FUNCTION public.touch()""");
    }

    @Test
    void ofOtherTablesAModelOfTablesSaysNothing() {
        String more = "create table extra (id integer primary key, artist integer references artists);"
                + "create sequence more_numbers";

        assertThat(Site.at(LibrarySchema.DDL + more)
                        .autogenerate()
                        .check(Model.jooq(Artists.ARTISTS))
                        .isEmpty())
                .isTrue();
        assertThat(Site.at(LibrarySchema.FUNCTIONS)
                        .autogenerate()
                        .check(Model.jooq(Albums.ALBUMS))
                        .sql())
                .contains("create domain public.code as character varying(12)")
                .noneMatch(sql -> sql.contains("foreign key"));
    }

    @Test
    void partitionsFollowTheirTable() {
        Site site = Site.at("""
                create table rated (id integer not null, name varchar(100), gone text, constraint rated_old primary key (id))
                    partition by range (id);
                create table rated_few partition of rated for values from (1) to (100);
                create table rated_many partition of rated for values from (100) to (1000) partition by range (id);
                create table rated_more partition of rated_many for values from (100) to (200);
                create index rated_few_name on rated_few (name);
                """);

        Generated generated = site.autogenerate()
                .revision(Model.jooq(new Rated()), "Follow", OPTIONS.withAsking(one -> RenameAnswer.NO));

        assertThat(generated.files()).hasSize(1);
        assertThat(generated.comparison().sql()).noneMatch(sql -> sql.contains("drop index"));
        assertThat(generated.notes()).isEmpty();
        assertThat(site.autogenerate().check(Model.jooq(new Rated())).sql())
                .containsExactlyInAnyOrder(
                        "alter table public.rated drop constraint rated_old",
                        "alter table public.rated add constraint rated_pkey PRIMARY KEY (id)",
                        "alter table public.rated alter column name type character varying(200)",
                        "alter table public.rated alter column name set not null",
                        "alter table public.rated drop column gone",
                        "alter table public.rated add column note text default 'none'::text",
                        "CREATE INDEX rated_name ON public.rated USING btree (name)");
    }

    /** A table that is partitioned, of which jOOQ knows nothing. */
    private static final class Rated extends TableImpl<Record> {

        private static final long serialVersionUID = 1L;

        private final TableField<Record, Integer> id =
                createField(DSL.name("id"), SQLDataType.INTEGER.nullable(false), this, "");
        private final TableField<Record, String> name =
                createField(DSL.name("name"), SQLDataType.VARCHAR(200).nullable(false), this, "");

        private Rated() {
            super(DSL.name("rated"));
            createField(DSL.name("note"), SQLDataType.CLOB.defaultValue("none"), this, "");
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(this, DSL.name("rated_pkey"), id);
        }

        @Override
        public List<Index> getIndexes() {
            return List.of(Internal.createIndex(DSL.name("rated_name"), this, new OrderField<?>[] {name}, false));
        }
    }

    @Test
    void whatIsIncludedIsComparedAsAWhole() {
        Scope scope = Scope.ofModel()
                .include(ObjectKind.INDEX, "public.*_price")
                .include(ObjectKind.VIEW, "public.cheap")
                .include(ObjectKind.TRIGGER, "*.touched");

        assertThat(Site.at(LibrarySchema.DDL).autogenerate().within(scope).check(SCHEMA))
                .hasToString("""
                4 differences from the revisions to the jOOQ model:
                - column public.cheap.id integer
                ~ index public.albums_price definition CREATE INDEX albums_price ON public.albums USING btree (price) WHERE (price > (0)::numeric) -> CREATE INDEX albums_price ON public.albums USING btree (price) (made anew)
                - view public.cheap
                - trigger public.albums.touched CREATE TRIGGER touched BEFORE UPDATE ON public.albums FOR EACH ROW EXECUTE FUNCTION public.touch()""");
    }

    @Test
    void aModelOfJooqCannotBeWhatIs() {
        assertThatThrownBy(() -> Site.at(LibrarySchema.DDL).autogenerate().diff(SCHEMA, Model.head()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("compare the other way round");
    }
}
