select 'pg_rewrite'::regclass::oid as classid, r.oid as objid, 0 as subid, 'RULE' as kind,
       array[n.nspname, c.relname, r.rulename]::text[] as path,
       rtrim(pg_get_ruledef(r.oid), ';') as definition,
       case r.ev_enabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled
  from pg_rewrite r
  join pg_class c on c.oid = r.ev_class
  join pg_namespace n on n.oid = c.relnamespace
 where r.rulename <> '_RETURN' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
