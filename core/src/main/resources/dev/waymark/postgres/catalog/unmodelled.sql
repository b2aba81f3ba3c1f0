select d.classid, d.objid, 0 as subid, i.type || ' ' || i.identity as name
  from (
    select 'pg_class'::regclass::oid as classid, c.oid as objid from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.oid >= 16384 and c.relkind not in ('t', 'i', 'I') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select 'pg_type'::regclass::oid, t.oid from pg_type t join pg_namespace n on n.oid = t.typnamespace
     where t.oid >= 16384 and t.typtype in ('b', 'p') and t.typelem = 0 and n.nspname !~ '^pg_'
    union all select 'pg_proc'::regclass::oid, oid from pg_proc where oid >= 16384
    union all select 'pg_language'::regclass::oid, oid from pg_language where oid >= 16384
    union all select 'pg_operator'::regclass::oid, oid from pg_operator where oid >= 16384 and oprcode <> 0
    union all select 'pg_transform'::regclass::oid, oid from pg_transform where oid >= 16384
    union all select 'pg_subscription'::regclass::oid, oid from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())
    union all select 'pg_foreign_server'::regclass::oid, oid from pg_foreign_server
  ) as d
  cross join lateral pg_identify_object(d.classid, d.objid, 0) as i
 where not exists (select from pg_depend e where e.classid = d.classid and e.objid = d.objid and e.deptype in ('e', 'i'))
union all
select 0::oid, 0::oid, 0, 'security label on ' || l.objtype || ' ' || l.objname from pg_seclabels l where l.objtype not in ('role', 'tablespace', 'database')
union all
select 0::oid, 0::oid, 0, 'database setting ' || split_part(c, '=', 1) from pg_db_role_setting s cross join lateral unnest(s.setconfig) as c
 where s.setdatabase = (select oid from pg_database where datname = current_database())
