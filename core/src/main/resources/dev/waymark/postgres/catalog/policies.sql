select 'pg_policy'::regclass::oid as classid, p.oid as objid, 0 as subid, 'POLICY' as kind,
       array[n.nspname, c.relname, p.polname]::text[] as path,
       case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as command,
       case when not p.polpermissive then 'true' end as restrictive,
       (select array_agg(case r when 0 then 'public' else quote_ident(pg_get_userbyid(r)) end order by pg_get_userbyid(r)) from unnest(p.polroles) as r) as roles,
       pg_get_expr(p.polqual, p.polrelid) as "using", pg_get_expr(p.polwithcheck, p.polrelid) as "check"
  from pg_policy p
  join pg_class c on c.oid = p.polrelid
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
