select 'pg_statistic_ext'::regclass::oid as classid, s.oid as objid, 0 as subid, 'STATISTICS' as kind,
       array[n.nspname, s.stxname]::text[] as path, pg_get_userbyid(s.stxowner)::text as owner,
       regexp_replace(pg_get_statisticsobjdef(s.oid), ' ON .* FROM ', ' ON ' || replace(concat_ws(', ',
           (select string_agg(quote_ident(a.attname), ', ' order by a.attname) from pg_attribute a where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys)),
           array_to_string(pg_get_statisticsobjdef_expressions(s.oid), ', '), -- since 14
           null), '\', '\\') || ' FROM ') as definition,
       case when s.stxstattarget >= 0 then s.stxstattarget::text end as target
  from pg_statistic_ext s
  join pg_namespace n on n.oid = s.stxnamespace
 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = s.stxrelid and e.deptype = 'e')
