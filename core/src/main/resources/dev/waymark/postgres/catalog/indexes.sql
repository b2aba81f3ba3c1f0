select 'pg_class'::regclass::oid as classid, x.oid as objid, 0 as subid, 'INDEX' as kind,
       array[n.nspname, x.relname]::text[] as path,
       n.nspname::text as table_schema, c.relname::text as "table",
       pg_get_indexdef(x.oid) as definition,
       s.spcname::text as tablespace,
       case when x.relkind = 'i' and not i.indisvalid then 'true' end as invalid,
       case when i.indisclustered then 'true' end as clustered,
       case when i.indisreplident then 'true' end as replica_identity,
       (select array_agg(a.attnum || '=' || a.attstattarget order by a.attnum)
          from pg_attribute a where a.attrelid = x.oid and a.attstattarget >= 0) as statistics
  from pg_index i
  join pg_class x on x.oid = i.indexrelid
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = x.relnamespace
  left join pg_tablespace s on s.oid = x.reltablespace
 where c.relkind in ('r', 'p', 'm')
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
