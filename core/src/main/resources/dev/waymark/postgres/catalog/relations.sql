select case c.relkind when 'c' then 'pg_type'::regclass::oid else 'pg_class'::regclass::oid end as classid,
       case c.relkind when 'c' then c.reltype else c.oid end as objid, 0 as subid,
       case c.relkind
            when 'v' then 'VIEW' when 'm' then 'MATERIALIZED_VIEW' when 'f' then 'FOREIGN_TABLE'
            when 'c' then 'COMPOSITE_TYPE' else 'TABLE' end as kind,
       array[n.nspname, c.relname]::text[] as path,
       pg_get_userbyid(c.relowner)::text as owner,
       case c.relpersistence when 'u' then 'unlogged' end as persistence,
       case c.relkind when 'p' then pg_get_partkeydef(c.oid) end as partition_key,
       case when c.reloftype <> 0 then format_type(c.reloftype, null) end as of_type,
       nullif(a.amname, 'heap')::text as access_method,
       s.spcname::text as tablespace,
       case when c.relkind in ('v', 'm') then btrim(rtrim(pg_get_viewdef(c.oid), ';')) end as definition,
       case when c.relkind = 'm' and not c.relispopulated then 'true' end as unpopulated,
       case when c.relkind in ('r', 'p') then case c.relreplident when 'f' then 'full' when 'n' then 'nothing' end end as replica_identity,
       case when c.relrowsecurity then 'true' end as row_security,
       case when c.relforcerowsecurity then 'true' end as force_row_security,
       f.srvname::text as server,
       case when c.relkind <> 'v' then
           (select array_agg(o order by o)
              from (select unnest(c.reloptions) union all select 'toast.' || unnest(t.reloptions)) as all_options (o)) end as storage,
       case when c.relkind = 'v' then (select array_agg(o order by o) from unnest(c.reloptions) as o)
            when c.relkind = 'f' then (select array_agg(case when split_part(o, '=', 1) ~* 'passw|passfile|pwd|secret|token|credential' then split_part(o, '=', 1) || '=********' else regexp_replace(o, '(://[^:@/]*):[^@/]*@', '\1:********@', 'g') end order by o) from unnest(ft.ftoptions) as o) end as options
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_am a on a.oid = c.relam
  left join pg_tablespace s on s.oid = c.reltablespace
  left join pg_class t on t.oid = c.reltoastrelid
  left join pg_foreign_table ft on ft.ftrelid = c.oid
  left join pg_foreign_server f on f.oid = ft.ftserver
 where c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_depend e
                    where e.classid = case c.relkind when 'c' then 'pg_type'::regclass else 'pg_class'::regclass end
                      and e.objid = case c.relkind when 'c' then c.reltype else c.oid end
                      and e.deptype = 'e')
