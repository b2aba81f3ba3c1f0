select 'pg_sequence'::regclass::oid as classid, c.oid as objid, 0 as subid, 'SEQUENCE_OWNER' as kind,
       array[n.nspname, c.relname]::text[] as path,
       tn.nspname::text as table_schema, t.relname::text as "table", a.attname::text as "column"
  from pg_depend d
  join pg_class c on c.oid = d.objid and c.relkind = 'S'
  join pg_namespace n on n.oid = c.relnamespace
  join pg_class t on t.oid = d.refobjid
  join pg_namespace tn on tn.oid = t.relnamespace
  join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
 where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'a' and d.refobjsubid > 0
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
