select 'pg_user_mapping'::regclass::oid as classid, m.umid as objid, 0 as subid, 'USER_MAPPING' as kind,
       array[m.srvname::text, m.usename::text] as path,
       (select array_agg(case when o.option_name ~* 'passw|passfile|pwd|secret|token|key|credential' then o.option_name || '=********' else o.option_name || '=' || regexp_replace(o.option_value, '(://[^:@/]*):[^@/]*@', '\1:********@', 'g') end order by o.option_name)
          from pg_options_to_table(m.umoptions) as o) as options
  from pg_user_mappings m
