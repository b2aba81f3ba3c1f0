select 'pg_foreign_server'::regclass::oid as classid, s.oid as objid, 0 as subid, 'SERVER' as kind,
       array[s.srvname::text] as path, pg_get_userbyid(s.srvowner)::text as owner,
       w.fdwname::text as wrapper, s.srvtype as type, s.srvversion as version,
       (select array_agg(case when o.option_name ~* 'passw|passfile|pwd|secret|token|key|credential' then o.option_name || '=********' else o.option_name || '=' || regexp_replace(o.option_value, '(://[^:@/]*):[^@/]*@', '\1:********@', 'g') end order by o.option_name)
          from pg_options_to_table(s.srvoptions) as o) as options
  from pg_foreign_server s
  join pg_foreign_data_wrapper w on w.oid = s.srvfdw
 where not exists (select from pg_depend e where e.classid = 'pg_foreign_server'::regclass and e.objid = s.oid and e.deptype = 'e')
