select 'pg_default_acl'::regclass::oid as classid, d.oid as objid, 0 as subid, 'DEFAULT_PRIVILEGES' as kind,
       array[pg_get_userbyid(d.defaclrole)::text, coalesce(n.nspname::text, ''), case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences'
             when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas' else 'large objects' end] as path,
       (select array_agg(l.line order by l.line) from (
            select 'grant ' || x.privilege_type || ' to ' || case x.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(x.grantee)) end
                   || case when x.is_grantable then ' with grant option' else '' end as line
              from aclexplode(d.defaclacl) x
             where not exists (select from aclexplode(b.acl) y where y.grantee = x.grantee and y.privilege_type = x.privilege_type and y.is_grantable = x.is_grantable)
            union all
            select 'revoke ' || y.privilege_type || ' from ' || case y.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(y.grantee)) end
              from aclexplode(b.acl) y
             where not exists (select from aclexplode(d.defaclacl) x where x.grantee = y.grantee and x.privilege_type = y.privilege_type)) as l) as privileges
  from pg_default_acl d
  left join pg_namespace n on n.oid = d.defaclnamespace
  cross join lateral (select case when d.defaclnamespace = 0 then acldefault(case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end, d.defaclrole) end as acl) as b
