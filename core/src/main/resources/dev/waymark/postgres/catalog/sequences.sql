select 'pg_class'::regclass::oid as classid, c.oid as objid, 0 as subid, 'SEQUENCE' as kind,
       array[n.nspname, c.relname]::text[] as path,
       pg_get_userbyid(c.relowner)::text as owner,
       format_type(q.seqtypid, null) as type, q.seqstart::text as start, q.seqincrement::text as increment,
       q.seqmin::text as minimum, q.seqmax::text as maximum, q.seqcache::text as cache,
       case when q.seqcycle then 'true' end as cycle,
       case c.relpersistence when 'u' then 'unlogged' end as persistence
  from pg_sequence q
  join pg_class c on c.oid = q.seqrelid
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype in ('i', 'e'))
