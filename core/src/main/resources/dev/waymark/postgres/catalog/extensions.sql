select 'pg_extension'::regclass::oid as classid, e.oid as objid, 0 as subid, 'EXTENSION' as kind,
       array[e.extname::text] as path, n.nspname::text as schema, e.extversion as version,
       case when not e.extrelocatable then 'true' end as fixed
  from pg_extension e
  join pg_namespace n on n.oid = e.extnamespace
 where e.extname <> 'plpgsql'
