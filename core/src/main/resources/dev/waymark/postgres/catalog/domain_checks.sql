select 'pg_constraint'::regclass::oid as classid, k.oid as objid, 0 as subid, 'DOMAIN_CHECK' as kind,
       array[n.nspname, t.typname, k.conname]::text[] as path, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k
  join pg_type t on t.oid = k.contypid
  join pg_namespace n on n.oid = t.typnamespace
 where k.contype = 'c' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
