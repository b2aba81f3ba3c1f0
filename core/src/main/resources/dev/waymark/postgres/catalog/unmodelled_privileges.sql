with said (classid, objid, subid, kind, owner, acl) as (
    select 'pg_class'::regclass::oid, oid, 0, case relkind when 'S' then 's' else 'r' end::"char", relowner, relacl from pg_class where relacl is not null
    union all
    select 'pg_class'::regclass::oid, a.attrelid, a.attnum::int, 'c'::"char", c.relowner, a.attacl from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attacl is not null
    union all
    select 'pg_namespace'::regclass::oid, oid, 0, 'n'::"char", nspowner, nspacl from pg_namespace where nspacl is not null and nspname <> 'public'
    union all
    select 'pg_proc'::regclass::oid, oid, 0, 'f'::"char", proowner, proacl from pg_proc where proacl is not null
    union all
    select 'pg_type'::regclass::oid, oid, 0, 'T'::"char", typowner, typacl from pg_type where typacl is not null
    union all
    select 'pg_language'::regclass::oid, oid, 0, 'l'::"char", lanowner, lanacl from pg_language where lanacl is not null
    union all
    select 'pg_foreign_data_wrapper'::regclass::oid, oid, 0, 'F'::"char", fdwowner, fdwacl from pg_foreign_data_wrapper where fdwacl is not null
    union all
    select 'pg_foreign_server'::regclass::oid, oid, 0, 'S'::"char", srvowner, srvacl from pg_foreign_server where srvacl is not null
), foreign_to_us as (
    select s.*, x.extname,
           coalesce((select p.initprivs from pg_init_privs p where p.classoid = s.classid and p.objoid = s.objid and p.objsubid = s.subid),
                    case when s.objid < 16384 and s.kind in ('r', 'n')
                         then acldefault(s.kind, s.owner) || makeaclitem(0, s.owner, case s.kind when 'r' then 'SELECT' else 'USAGE' end, false) end,
                    acldefault(s.kind, s.owner)) as given
      from said as s
      left join pg_depend e on e.classid = s.classid and e.objid = s.objid and e.deptype = 'e'
      left join pg_extension x on x.oid = e.refobjid and e.refclassid = 'pg_extension'::regclass
     where s.objid < 16384 or x.oid is not null
)
select distinct 'privileges on ' || case when f.extname is not null and f.objid >= 16384 then 'objects of extension ' || quote_ident(f.extname)
            else (select i.type || ' ' || i.identity from pg_identify_object(f.classid, f.objid, f.subid) as i) end as name
  from foreign_to_us as f
 where not (f.acl @> f.given and f.given @> f.acl)
