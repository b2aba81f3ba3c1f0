select 'pg_attrdef'::regclass::oid as classid, d.oid as objid, 0 as subid, 'DEFAULT' as kind,
       array[n.nspname, c.relname, a.attname]::text[] as path, pg_get_expr(d.adbin, d.adrelid) as expression
  from pg_attrdef d
  join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
 where a.attgenerated = '' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
