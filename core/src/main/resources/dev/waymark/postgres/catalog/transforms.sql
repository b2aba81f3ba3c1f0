select 'pg_transform'::regclass::oid as classid, t.oid as objid, 0 as subid, 'TRANSFORM' as kind,
       array[format_type(t.trftype, null), l.lanname::text] as path,
       format('create transform for %s language %I (%s)', format_type(t.trftype, null), l.lanname, concat_ws(', ',
            case when t.trffromsql <> 0 then 'from sql with function ' || t.trffromsql::regprocedure end,
            case when t.trftosql <> 0 then 'to sql with function ' || t.trftosql::regprocedure end)) as definition
  from pg_transform t
  join pg_language l on l.oid = t.trflang
 where not exists (select from pg_depend e where e.classid = 'pg_transform'::regclass and e.objid = t.oid and e.deptype = 'e')
