select 'pg_attribute'::regclass::oid as classid, a.attrelid as objid, a.attnum::int as subid, 'NOT_NULL' as kind, -- before 18
select 'pg_constraint'::regclass::oid as classid, k.oid as objid, 0 as subid, 'NOT_NULL' as kind, -- since 18
       nullif(k.conname, c.relname || '_' || a.attname || '_not_null')::text as name, -- since 18
       case when k.connoinherit then 'true' end as no_inherit, -- since 18
       case when not k.convalidated then 'true' end as not_valid, -- since 18
       case when a.attinhcount > 0 and exists ( -- before 18
            select from pg_inherits i join pg_attribute p on p.attrelid = i.inhparent -- before 18
             where i.inhrelid = a.attrelid and p.attname = a.attname and p.attnotnull) then 'true' end as inherited, -- before 18
       case when not k.conislocal then 'true' end as inherited, -- since 18
       array[n.nspname, c.relname, a.attname]::text[] as path
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'n' and k.conkey[1] = a.attnum -- since 18
 where a.attnum > 0 and not a.attisdropped and a.attnotnull
   and c.relkind in ('r', 'p', 'f')
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
