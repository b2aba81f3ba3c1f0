package dev.waymark.example.tracktion;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the catalog of a database says of its schemas, one line per fact, sorted, so that two databases can be compared
 * and a difference be read. Objects of extensions are theirs, and Waymark's history tables are Waymark's: neither is
 * listed.
 */
final class Catalog {

    private static final String OURS = """
            with schema as (
                select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
            ), extended as (
                select classid, objid from pg_depend where deptype = 'e'
            ), relation as (
                select c.*, c.oid::regclass::text as name
                from pg_class c join schema on schema.oid = c.relnamespace
                where c.relname !~ '^waymark_(revision|log|head|statement)'
                and ('pg_class'::regclass, c.oid) not in (select classid, objid from extended)
            )
            """;

    private static final String SCHEMAS = "select 'schema ' || nspname from schema";

    private static final String EXTENSIONS = """
            select format('extension %I in schema %I', extname, nspname)
            from pg_extension join pg_namespace n on n.oid = extnamespace
            """;

    private static final String RELATIONS = """
            select format('relation %s kind %s persistence %s method %s options %s row security %s forced %s '
                          'identity %s partition %s of %s privileges %s',
                          name, relkind, relpersistence, amname, reloptions, relrowsecurity, relforcerowsecurity,
                          relreplident, pg_get_expr(relpartbound, r.oid),
                          (select string_agg(inhparent::regclass::text, ', ' order by inhseqno)
                           from pg_inherits where inhrelid = r.oid),
                          relacl)
            from relation r left join pg_am on pg_am.oid = relam
            where relkind not in ('i', 'I')
            """;

    private static final String COLUMNS = """
            select format('column %s.%I position %s type %s not null %s default %s identity %s generated %s '
                          'collation %s storage %s privileges %s',
                          name, attname, row_number() over (partition by attrelid order by attnum),
                          format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid),
                          attidentity, attgenerated, nullif(attcollation, 0)::regcollation, attstorage, attacl)
            from relation join pg_attribute on attrelid = relation.oid
            left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where attnum > 0 and not attisdropped and relkind not in ('i', 'I')
            """;

    private static final String CONSTRAINTS = """
            select format('constraint %I on %s: %s validated %s', conname,
                          coalesce(name, contypid::regtype::text), pg_get_constraintdef(k.oid), convalidated)
            from pg_constraint k join schema on schema.oid = connamespace left join relation on relation.oid = conrelid
            where (conrelid = 0 or name is not null)
            and ('pg_type'::regclass, contypid) not in (select classid, objid from extended)
            """;

    private static final String INDEXES = """
            select format('index %s valid %s ready %s live %s clustered %s replica identity %s', pg_get_indexdef(indexrelid),
                          indisvalid, indisready, indislive, indisclustered, indisreplident)
            from pg_index join relation on relation.oid = indrelid
            """;

    private static final String SEQUENCES = """
            select format('sequence %s type %s start %s increment %s minimum %s maximum %s cache %s cycle %s owned by %s',
                          name, seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
                          (select format('%s column %s', refobjid::regclass, refobjsubid) from pg_depend
                           where classid = 'pg_class'::regclass and objid = seqrelid
                           and refclassid = 'pg_class'::regclass and deptype in ('a', 'i')))
            from pg_sequence join relation on relation.oid = seqrelid
            """;

    private static final String VIEWS = """
            select format('view %s: %s', name, pg_get_viewdef(oid)) from relation where relkind in ('v', 'm')
            """;

    private static final String RULES = """
            select format('rule %s enabled %s', pg_get_ruledef(w.oid), ev_enabled)
            from pg_rewrite w join relation on relation.oid = ev_class where rulename <> '_RETURN'
            """;

    private static final String TRIGGERS = """
            select format('trigger %s enabled %s', pg_get_triggerdef(t.oid), tgenabled)
            from pg_trigger t join relation on relation.oid = tgrelid where not tgisinternal
            """;

    private static final String POLICIES = """
            select format('policy %I on %s command %s permissive %s roles %s using %s check %s', polname, name, polcmd,
                          polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid),
                          pg_get_expr(polwithcheck, polrelid))
            from pg_policy join relation on relation.oid = polrelid
            """;

    private static final String STATISTICS = """
            select 'statistics ' || pg_get_statisticsobjdef(s.oid)
            from pg_statistic_ext s join relation on relation.oid = stxrelid
            """;

    private static final String FUNCTIONS = """
            select format('function %s: %s privileges %s', p.oid::regprocedure,
                          case when prokind <> 'a' then pg_get_functiondef(p.oid) end, proacl)
            from pg_proc p join schema on schema.oid = pronamespace
            where ('pg_proc'::regclass, p.oid) not in (select classid, objid from extended)
            """;

    private static final String TYPES = """
            select format('type %s kind %s base %s not null %s default %s labels %s', format_type(t.oid, null), typtype,
                          format_type(nullif(typbasetype, 0), typtypmod), typnotnull, typdefault,
                          (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)
                           from pg_enum where enumtypid = t.oid))
            from pg_type t join schema on schema.oid = typnamespace
            where typtype <> 'c' and typcategory <> 'A'
            and ('pg_type'::regclass, t.oid) not in (select classid, objid from extended)
            """;

    private static final String COMMENTS = """
            select format('comment on %s %s: %s', i.type, i.identity, description)
            from pg_description d, pg_identify_object(classoid, objoid, objsubid) i
            where objoid >= 16384 and (classoid, objoid) not in (select classid, objid from extended)
            and i.identity !~ 'waymark_(revision|log|head|statement)'
            """;

    private static final List<String> FACTS = List.of(
            SCHEMAS,
            EXTENSIONS,
            RELATIONS,
            COLUMNS,
            CONSTRAINTS,
            INDEXES,
            SEQUENCES,
            VIEWS,
            RULES,
            TRIGGERS,
            POLICIES,
            STATISTICS,
            FUNCTIONS,
            TYPES,
            COMMENTS);

    private Catalog() {}

    /** Reads the catalog under an empty search path, so that every name comes with its schema. */
    static List<String> of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ''");
            List<String> lines = new ArrayList<>();
            for (String facts : FACTS) {
                read(statement, facts, lines);
            }
            Collections.sort(lines);
            return List.copyOf(lines);
        }
    }

    private static void read(Statement statement, String facts, List<String> lines) throws SQLException {
        try (ResultSet rows = statement.executeQuery(OURS + facts)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
    }
}
