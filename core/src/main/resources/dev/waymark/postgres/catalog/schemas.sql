select 'pg_namespace'::regclass::oid as classid, n.oid as objid, 0 as subid, 'SCHEMA' as kind,
       array[n.nspname::text] as path,
       pg_get_userbyid(n.nspowner)::text as owner
  from pg_namespace n
 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_depend e where e.classid = 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')
