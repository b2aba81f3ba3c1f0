select 'pg_type'::regclass::oid as classid, t.oid as objid, 0 as subid,
       case t.typtype when 'e' then 'ENUM' when 'd' then 'DOMAIN' else 'RANGE' end as kind,
       array[n.nspname, t.typname]::text[] as path,
       pg_get_userbyid(t.typowner)::text as owner,
       case t.typtype when 'e' then (select array_agg(v.enumlabel::text order by v.enumsortorder) from pg_enum v where v.enumtypid = t.oid) end as "values",
       case t.typtype when 'd' then format_type(t.typbasetype, t.typtypmod) end as type,
       case when t.typtype = 'd' and t.typcollation <> b.typcollation then quote_ident(cn.nspname) || '.' || quote_ident(co.collname) end as collation,
       case t.typtype when 'd' then coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) end as "default",
       case when t.typtype = 'd' and t.typnotnull then 'true' end as not_null,
       (select nullif(k.conname, t.typname || '_not_null')::text from pg_constraint k where k.contypid = t.oid and k.contype = 'n') as not_null_name, -- since 17
       case when t.typtype = 'r' then format('create type %I.%I as range (%s)', n.nspname, t.typname, concat_ws(', ',
            'subtype = ' || format_type(r.rngsubtype, null),
            case when not o.opcdefault then format('subtype_opclass = %I.%I', opn.nspname, o.opcname) end,
            case when r.rngcollation <> sub.typcollation then format('collation = %I.%I', rcn.nspname, rc.collname) end,
            case when r.rngcanonical <> 0 then 'canonical = ' || r.rngcanonical::regproc end,
            case when r.rngmultitypid <> 0 then format('multirange_type_name = %I.%I', mn.nspname, m.typname) end, -- since 14
            case when r.rngsubdiff <> 0 then 'subtype_diff = ' || r.rngsubdiff::regproc end)) end as definition
       , case when t.typtype = 'r' then
           (select array_agg(c.objid::regprocedure::text order by c.objid::regprocedure::text) from pg_depend c
             where c.classid = 'pg_proc'::regclass and c.refclassid = 'pg_type'::regclass and c.deptype = 'i'
               and c.refobjid in (t.oid
                   , r.rngmultitypid -- since 14
                   )) end as constructors
       , case when r.rngmultitypid <> 0 then quote_ident(mn.nspname) || '.' || quote_ident(m.typname) end as multirange -- since 14
  from pg_type t
  join pg_namespace n on n.oid = t.typnamespace
  left join pg_type b on b.oid = t.typbasetype
  left join pg_collation co on co.oid = t.typcollation
  left join pg_namespace cn on cn.oid = co.collnamespace
  left join pg_range r on r.rngtypid = t.oid
  left join pg_type sub on sub.oid = r.rngsubtype
  left join pg_opclass o on o.oid = r.rngsubopc
  left join pg_namespace opn on opn.oid = o.opcnamespace
  left join pg_collation rc on rc.oid = r.rngcollation
  left join pg_namespace rcn on rcn.oid = rc.collnamespace
  left join pg_type m on m.oid = r.rngmultitypid -- since 14
  left join pg_namespace mn on mn.oid = m.typnamespace -- since 14
 where t.typtype in ('e', 'd', 'r')
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_depend e where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
