with owned (classid, objid, subid, kind, owner, acl) as (
    select 'pg_class'::regclass::oid, oid, 0, case relkind when 'S' then 's' else 'r' end::"char", relowner, relacl from pg_class where relacl is not null and oid >= 16384
    union all
    select 'pg_class'::regclass::oid, a.attrelid, a.attnum, 'c'::"char", c.relowner, a.attacl from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attacl is not null and c.oid >= 16384 and not a.attisdropped
    union all
    select 'pg_namespace'::regclass::oid, oid, 0, 'n'::"char", nspowner, nspacl from pg_namespace where nspacl is not null and nspname !~ '^pg_' and nspname <> 'information_schema'
    union all
    select 'pg_proc'::regclass::oid, oid, 0, 'f'::"char", proowner, proacl from pg_proc where proacl is not null and oid >= 16384
    union all
    select 'pg_type'::regclass::oid, oid, 0, 'T'::"char", typowner, typacl from pg_type where typacl is not null and oid >= 16384
    union all
    select 'pg_language'::regclass::oid, oid, 0, 'l'::"char", lanowner, lanacl from pg_language where lanacl is not null and oid >= 16384
    union all
    select 'pg_foreign_data_wrapper'::regclass::oid, oid, 0, 'F'::"char", fdwowner, fdwacl from pg_foreign_data_wrapper where fdwacl is not null
    union all
    select 'pg_foreign_server'::regclass::oid, oid, 0, 'S'::"char", srvowner, srvacl from pg_foreign_server where srvacl is not null
), based as (
    select o.*, acldefault(o.kind, o.owner) as base from owned o
), compared as (
    select b.classid, b.objid, b.subid,
           'grant ' || x.privilege_type || ' to ' || case x.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(x.grantee)) end
           || case when x.is_grantable then ' with grant option' else '' end as line
      from based b cross join lateral aclexplode(b.acl) x
     where not exists (select from aclexplode(b.base) y where y.grantee = x.grantee and y.privilege_type = x.privilege_type and y.is_grantable = x.is_grantable)
    union
    select b.classid, b.objid, b.subid,
           'revoke ' || y.privilege_type || ' from ' || case y.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(y.grantee)) end
      from based b cross join lateral aclexplode(b.base) y
     where not exists (select from aclexplode(b.acl) x where x.grantee = y.grantee and x.privilege_type = y.privilege_type)
)
select classid, objid, subid, array_agg(line order by line) as privileges
  from compared
 group by 1, 2, 3
