select 'pg_constraint'::regclass::oid as classid, k.oid as objid, 0 as subid,
       case k.contype when 'p' then 'PRIMARY_KEY' when 'u' then 'UNIQUE' when 'x' then 'EXCLUSION' when 'c' then 'CHECK' else 'FOREIGN_KEY' end as kind,
       array[n.nspname, c.relname, k.conname]::text[] as path,
       pg_get_constraintdef(k.oid) as definition,
       case when k.conparentid <> 0 or not k.conislocal then 'true' end as inherited,
       s.spcname::text as tablespace,
       case when i.indisclustered then 'true' end as clustered,
       case when i.indisreplident then 'true' end as replica_identity,
       (select array_agg(o order by o) from unnest(x.reloptions) as o) as storage,
       (select array_agg(a.attnum || '=' || a.attstattarget order by a.attnum)
          from pg_attribute a where a.attrelid = x.oid and a.attstattarget >= 0 and k.contype = 'x') as statistics
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_index i on i.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
  left join pg_class x on x.oid = i.indexrelid
  left join pg_tablespace s on s.oid = x.reltablespace
 where k.contype in ('p', 'u', 'x', 'c', 'f')
   and not (k.contype = 'f' and k.conparentid <> 0)
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
