select 'pg_foreign_data_wrapper'::regclass::oid as classid, w.oid as objid, 0 as subid, 'FOREIGN_DATA_WRAPPER' as kind,
       array[w.fdwname::text] as path, pg_get_userbyid(w.fdwowner)::text as owner,
       concat_ws(' ', 'create foreign data wrapper', quote_ident(w.fdwname),
            case when w.fdwhandler <> 0 then 'handler ' || w.fdwhandler::regproc end,
            case when w.fdwvalidator <> 0 then 'validator ' || w.fdwvalidator::regproc end,
            (select 'options (' || string_agg(quote_ident(o.option_name) || ' ' || quote_literal(case when o.option_name ~* 'passw|passfile|pwd|secret|token|key|credential' then '********' else regexp_replace(o.option_value, '(://[^:@/]*):[^@/]*@', '\1:********@', 'g') end), ', ' order by o.option_name) || ')'
               from pg_options_to_table(w.fdwoptions) as o)) as definition
  from pg_foreign_data_wrapper w
 where not exists (select from pg_depend e where e.classid = 'pg_foreign_data_wrapper'::regclass and e.objid = w.oid and e.deptype = 'e')
