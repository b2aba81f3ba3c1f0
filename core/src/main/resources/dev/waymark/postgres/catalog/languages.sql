select 'pg_language'::regclass::oid as classid, l.oid as objid, 0 as subid, 'LANGUAGE' as kind,
       array[l.lanname::text] as path, pg_get_userbyid(l.lanowner)::text as owner,
       concat_ws(' ', 'create', case when l.lanpltrusted then 'trusted' end, 'language', quote_ident(l.lanname),
            'handler ' || l.lanplcallfoid::regproc,
            case when l.laninline <> 0 then 'inline ' || l.laninline::regproc end,
            case when l.lanvalidator <> 0 then 'validator ' || l.lanvalidator::regproc end) as definition
  from pg_language l
 where l.oid >= 16384 and l.lanispl
   and not exists (select from pg_depend e where e.classid = 'pg_language'::regclass and e.objid = l.oid and e.deptype = 'e')
