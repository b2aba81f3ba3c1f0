do $waymark$
declare
    statement text;
    old boolean := current_setting('server_version_num')::integer < 150000;
begin
    -- event triggers first: they may refuse all that follows
    for statement in select format('drop event trigger %I', evtname) from pg_catalog.pg_event_trigger
    loop execute statement; end loop;
    for statement in select format('drop publication %I', pubname) from pg_catalog.pg_publication
    loop execute statement; end loop;
    for statement in
        select format('drop schema %I cascade', nspname)
          from pg_catalog.pg_namespace
         where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
    loop execute statement; end loop;
    for statement in select format('drop extension %I cascade', extname) from pg_catalog.pg_extension where extname <> 'plpgsql'
    loop execute statement; end loop;
    -- schema public itself stays: a new one would not have the privileges of the first one as initial ones
    for statement in
        select 'drop ' || case i.type when 'statistics object' then 'statistics' else i.type end || ' if exists ' || i.identity || ' cascade'
          from pg_catalog.pg_depend d
          join pg_catalog.pg_namespace n on n.oid = d.refobjid and n.nspname = 'public'
         cross join lateral pg_catalog.pg_identify_object(d.classid, d.objid, 0) i
         where d.refclassid = 'pg_catalog.pg_namespace'::regclass and d.deptype = 'n'
           and not exists (select from pg_catalog.pg_depend p where p.classid = d.classid and p.objid = d.objid and p.objsubid = 0 and p.deptype = 'i')
    loop
        -- what went with another object has no identity any more
        if statement is not null then execute statement; end if;
    end loop;
    for statement in select format('drop foreign data wrapper %I cascade', fdwname) from pg_catalog.pg_foreign_data_wrapper
    loop execute statement; end loop;
    for statement in select format('drop cast (%s as %s)', castsource::regtype, casttarget::regtype) from pg_catalog.pg_cast where oid >= 16384
    loop execute statement; end loop;
    for statement in select format('drop access method %I cascade', amname) from pg_catalog.pg_am where oid >= 16384
    loop execute statement; end loop;
    for statement in
        select format('drop language %I cascade', l.lanname)
          from pg_catalog.pg_language l
         where l.oid >= 16384
           and not exists (select from pg_catalog.pg_depend e where e.classid = 'pg_catalog.pg_language'::regclass and e.objid = l.oid and e.deptype = 'e')
    loop execute statement; end loop;
    perform lo_unlink(oid) from pg_catalog.pg_largeobject_metadata;
    for statement in
        select format('alter default privileges for role %I in schema %I revoke all on %s from %s', r.rolname, n.nspname,
                      case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end,
                      case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
          from pg_catalog.pg_default_acl d
          join pg_catalog.pg_roles r on r.oid = d.defaclrole
          join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace
         cross join lateral (select distinct grantee from aclexplode(d.defaclacl)) a
    loop execute statement; end loop;
    -- a default privilege is gone when it grants what is granted anyway
    for statement in
        select format('alter default privileges for role %I %s', r.rolname, s.action)
          from pg_catalog.pg_default_acl d
          join pg_catalog.pg_roles r on r.oid = d.defaclrole
         cross join lateral (select case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' else 'schemas' end as kind) k
         cross join lateral (
               select 1 as place, format('revoke all on %s from %s', k.kind, case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end) as action
                 from (select distinct grantee from aclexplode(d.defaclacl)) a
               union all select 2, format('grant all on %s to %I', k.kind, r.rolname)
               union all select 3, format('grant all on %s to public', k.kind) where d.defaclobjtype in ('f', 'T')) s
         where d.defaclnamespace = 0
         order by d.oid, s.place
    loop execute statement; end loop;
    if not exists (select from pg_catalog.pg_namespace where nspname = 'public') then
        create schema public;
        execute case when old then 'grant all on schema public to public' else 'grant usage on schema public to public' end;
        if not old then
            alter schema public owner to pg_database_owner;
        end if;
    end if;
    -- only the owner may, who is not always the one that this runs as
    if obj_description('public'::regnamespace, 'pg_namespace') is distinct from 'standard public schema' then
        comment on schema public is 'standard public schema';
    end if;
end
$waymark$
