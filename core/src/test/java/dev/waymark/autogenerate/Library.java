package dev.waymark.autogenerate;

import java.util.List;
import java.util.UUID;
import org.jooq.Catalog;
import org.jooq.Check;
import org.jooq.Domain;
import org.jooq.EnumType;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableOptions;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** Classes as jOOQ's generator writes them. */
final class Library {

    /** The schema that the generator was run on. */
    static final String DDL = """
            create type state as enum ('new', 'it''s done');
            create domain email as varchar(100) constraint email_check check (value like '%@%');
            create sequence numbers start with 5 increment by 2 cache 10 cycle;
            create function slug(text) returns text immutable language sql return lower($1);
            create table artists (
                id integer generated always as identity primary key,
                name varchar(200) not null default 'nobody',
                mail email,
                kind varchar(10) constraint artists_kind_check check (kind in ('solo', 'band')),
                constraint artists_name_key unique nulls not distinct (name) deferrable);
            comment on table artists is 'Who plays';
            comment on column artists.name is 'It''s a name';
            create table albums (
                id serial primary key,
                artist integer not null constraint albums_artist_fkey references artists on delete cascade,
                state state default 'new',
                states state[],
                price numeric(6, 2),
                made timestamptz not null default now(),
                data jsonb,
                search tsvector,
                slug text default slug('x'),
                tags varchar(10)[],
                code uuid,
                doubled integer generated always as (artist * 2) stored)
                with (fillfactor = 90);
            create index albums_made on albums (made desc, price);
            create index albums_price on albums (price) where price > 0;
            create index albums_slug on albums (lower(slug));
            create index albums_data on albums using gin (data);
            alter table albums alter column slug set storage external;
            create view cheap as select id from albums where price < 5;
            create function touch() returns trigger language plpgsql as 'begin return new; end';
            create trigger touched before update on albums for each row execute function touch();
            """;

    private Library() {}

    /** An enum of the schema. */
    public enum State implements EnumType {
        NEW("new"),
        DONE("it's done");

        private final String literal;

        State(String literal) {
            this.literal = literal;
        }

        @Override
        public String getLiteral() {
            return literal;
        }

        @Override
        public String getName() {
            return "state";
        }

        @Override
        public Schema getSchema() {
            return Public.PUBLIC;
        }

        @Override
        public @Nullable Catalog getCatalog() {
            return null;
        }
    }

    /** The schema. */
    static final class Public extends SchemaImpl {

        static final Public PUBLIC = new Public();

        private static final long serialVersionUID = 1L;

        private Public() {
            super("public", null, "");
        }

        @Override
        public List<Table<?>> getTables() {
            return List.of(Artists.ARTISTS, Albums.ALBUMS, new Cheap());
        }

        @Override
        public List<Domain<?>> getDomains() {
            return List.of(Domains.EMAIL);
        }

        @Override
        public List<Sequence<?>> getSequences() {
            return List.of(Internal.createSequence(
                    "numbers", this, SQLDataType.BIGINT.nullable(false), 5, 2, null, null, true, 10));
        }
    }

    /** The domains of the schema. */
    static final class Domains {

        static final Domain<String> EMAIL = Internal.createDomain(
                DSL.schema(DSL.name("public")),
                DSL.name("email"),
                SQLDataType.VARCHAR(100),
                Internal.createCheck(null, DSL.name("email_check"), "((VALUE)::text ~~ '%@%'::text)", true));

        private Domains() {}
    }

    /** A table. */
    static final class Artists extends TableImpl<Record> {

        static final Artists ARTISTS = new Artists();

        private static final long serialVersionUID = 1L;

        final TableField<Record, Integer> id =
                createField(DSL.name("id"), SQLDataType.INTEGER.nullable(false).identity(true), this, "");
        final TableField<Record, String> name = createField(
                DSL.name("name"),
                SQLDataType.VARCHAR(200)
                        .nullable(false)
                        .defaultValue(DSL.field(DSL.raw("'nobody'::character varying"), SQLDataType.VARCHAR)),
                this,
                "It's a name");
        final TableField<Record, String> mail = createField(DSL.name("mail"), Domains.EMAIL.getDataType(), this, "");
        final TableField<Record, String> kind = createField(DSL.name("kind"), SQLDataType.VARCHAR(10), this, "");

        private Artists() {
            super(DSL.name("artists"), null, null, null, DSL.comment("Who plays"), TableOptions.table());
        }

        @Override
        public Schema getSchema() {
            return Public.PUBLIC;
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(this, DSL.name("artists_pkey"), columns(id), true);
        }

        @Override
        public List<UniqueKey<Record>> getUniqueKeys() {
            return List.of(Internal.createUniqueKey(this, DSL.name("artists_name_key"), columns(name), true));
        }

        @Override
        public List<Check<Record>> getChecks() {
            return List.of(Internal.createCheck(
                    this,
                    DSL.name("artists_kind_check"),
                    "((kind)::text = ANY ((ARRAY['solo'::character varying, 'band'::character varying])::text[]))",
                    true));
        }
    }

    /** A table. */
    static final class Albums extends TableImpl<Record> {

        static final Albums ALBUMS = new Albums();

        private static final long serialVersionUID = 1L;

        final TableField<Record, Integer> id =
                createField(DSL.name("id"), SQLDataType.INTEGER.nullable(false).identity(true), this, "");
        final TableField<Record, Integer> artist =
                createField(DSL.name("artist"), SQLDataType.INTEGER.nullable(false), this, "");
        final TableField<Record, State> state = createField(
                DSL.name("state"),
                SQLDataType.VARCHAR
                        .defaultValue(DSL.field(DSL.raw("'new'::state"), SQLDataType.VARCHAR))
                        .asEnumDataType(State.class),
                this,
                "");
        final TableField<Record, State[]> states = createField(
                DSL.name("states"),
                SQLDataType.VARCHAR.asEnumDataType(State.class).array(),
                this,
                "");
        final TableField<Record, java.math.BigDecimal> price =
                createField(DSL.name("price"), SQLDataType.NUMERIC(6, 2), this, "");
        final TableField<Record, java.time.OffsetDateTime> made = createField(
                DSL.name("made"),
                SQLDataType.TIMESTAMPWITHTIMEZONE(6)
                        .nullable(false)
                        .defaultValue(DSL.field(DSL.raw("now()"), SQLDataType.TIMESTAMPWITHTIMEZONE)),
                this,
                "");
        final TableField<Record, org.jooq.JSONB> data = createField(DSL.name("data"), SQLDataType.JSONB, this, "");
        final TableField<Record, Object> search = createField(
                DSL.name("search"), DefaultDataType.getDefaultDataType("\"pg_catalog\".\"tsvector\""), this, "");
        final TableField<Record, String> slug = createField(
                DSL.name("slug"),
                SQLDataType.CLOB.defaultValue(DSL.field(DSL.raw("slug('x'::text)"), SQLDataType.CLOB)),
                this,
                "");
        final TableField<Record, String[]> tags =
                createField(DSL.name("tags"), SQLDataType.VARCHAR(10).array(), this, "");
        final TableField<Record, UUID> code = createField(DSL.name("code"), SQLDataType.UUID, this, "");
        final TableField<Record, Integer> doubled = createField(DSL.name("doubled"), SQLDataType.INTEGER, this, "");

        private Albums() {
            super(DSL.name("albums"), null, null, null, DSL.comment(""), TableOptions.table());
        }

        @Override
        public Schema getSchema() {
            return Public.PUBLIC;
        }

        @Override
        public UniqueKey<Record> getPrimaryKey() {
            return Internal.createUniqueKey(this, DSL.name("albums_pkey"), columns(id), true);
        }

        @Override
        public List<ForeignKey<Record, ?>> getReferences() {
            return List.of(Internal.createForeignKey(
                    this,
                    DSL.name("albums_artist_fkey"),
                    columns(artist),
                    Artists.ARTISTS.getPrimaryKey(),
                    columns(Artists.ARTISTS.id),
                    true));
        }

        /** Of a partial index the generator knows nothing but its columns, of one on expressions nothing. */
        @Override
        public List<Index> getIndexes() {
            return List.of(
                    Internal.createIndex(
                            DSL.name("albums_made"), this, new OrderField<?>[] {made.desc(), price}, false),
                    Internal.createIndex(DSL.name("albums_price"), this, new OrderField<?>[] {price}, false),
                    Internal.createIndex(DSL.name("albums_data"), this, new OrderField<?>[] {data}, false));
        }
    }

    /** A view, which the generator makes a table of too. */
    static final class Cheap extends TableImpl<Record> {

        private static final long serialVersionUID = 1L;

        final TableField<Record, Integer> id = createField(DSL.name("id"), SQLDataType.INTEGER, this, "");

        Cheap() {
            super(
                    DSL.name("cheap"),
                    null,
                    null,
                    null,
                    DSL.comment(""),
                    TableOptions.view("create view cheap as select id from albums"));
        }

        @Override
        public Schema getSchema() {
            return Public.PUBLIC;
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static TableField<Record, ?>[] columns(TableField<Record, ?>... fields) {
        return fields;
    }
}
