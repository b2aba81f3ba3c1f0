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
            return List.of(Domains.EMAIL, Domains.CODE);
        }

        @Override
        public List<Sequence<?>> getSequences() {
            return List.of(Internal.createSequence(
                    "numbers", this, SQLDataType.BIGINT.nullable(false), 5, 2, null, null, true, null));
        }
    }

    /** The domains of the schema. */
    static final class Domains {

        static final Domain<String> EMAIL = Internal.createDomain(
                DSL.schema(DSL.name("public")),
                DSL.name("email"),
                SQLDataType.VARCHAR(100),
                Internal.createCheck(null, null, "CHECK (((VALUE)::text ~~ '%@%'::text))"));

        static final Domain<String> CODE =
                Internal.createDomain(DSL.schema(DSL.name("public")), DSL.name("code"), SQLDataType.VARCHAR(12));

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
        final TableField<Record, State> starts = createField(
                DSL.name("starts"),
                SQLDataType.VARCHAR
                        .defaultValue(DSL.field(DSL.raw("first_state()"), SQLDataType.VARCHAR))
                        .asEnumDataType(State.class),
                this,
                "");
        final TableField<Record, String> tag = createField(
                DSL.name("tag"),
                Domains.CODE
                        .getDataType()
                        .nullable(false)
                        .defaultValue(DSL.field(DSL.raw("'x'::character varying"), SQLDataType.VARCHAR)),
                this,
                "");
        final TableField<Record, String> bits = createField(DSL.name("bits"), SQLDataType.CHAR(3), this, "");
        final TableField<Record, String> word = createField(DSL.name("word"), SQLDataType.VARCHAR, this, "");
        final TableField<Record, Long> big = createField(DSL.name("big"), SQLDataType.BIGINT, this, "");
        final TableField<Record, Integer> counter =
                createField(DSL.name("counter"), SQLDataType.INTEGER.identity(true), this, "");

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
