select 'pg_trigger'::regclass::oid as classid, t.oid as objid, 0 as subid, 'TRIGGER' as kind,
       array[n.nspname, c.relname, t.tgname]::text[] as path,
       pg_get_triggerdef(t.oid) as definition,
       case t.tgenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
 where not t.tgisinternal
   and t.tgparentid = 0
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
