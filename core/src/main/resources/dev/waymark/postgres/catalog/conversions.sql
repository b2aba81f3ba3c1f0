select 'pg_conversion'::regclass::oid as classid, c.oid as objid, 0 as subid, 'CONVERSION' as kind,
       array[n.nspname, c.conname]::text[] as path, pg_get_userbyid(c.conowner)::text as owner,
       format('create %sconversion %I.%I for %L to %L from %s', case when c.condefault then 'default ' else '' end, n.nspname, c.conname,
            pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding), c.conproc) as definition
  from pg_conversion c
  join pg_namespace n on n.oid = c.connamespace
 where c.oid >= 16384
   and not exists (select from pg_depend e where e.classid = 'pg_conversion'::regclass and e.objid = c.oid and e.deptype = 'e')
