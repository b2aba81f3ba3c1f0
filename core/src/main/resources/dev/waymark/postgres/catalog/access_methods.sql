select 'pg_am'::regclass::oid as classid, a.oid as objid, 0 as subid, 'ACCESS_METHOD' as kind,
       array[a.amname::text] as path,
       format('create access method %I type %s handler %s', a.amname, case a.amtype when 'i' then 'index' else 'table' end, a.amhandler) as definition
  from pg_am a
 where a.oid >= 16384
   and not exists (select from pg_depend e where e.classid = 'pg_am'::regclass and e.objid = a.oid and e.deptype = 'e')
