with odd (classid, objid) as (
    select 'pg_class'::regclass::oid, c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.oid >= 16384 and n.nspname !~ '^pg_(temp|toast)'
       and (c.relkind not in ('r', 'p', 'f', 'v', 'm', 'c', 'S', 'i', 'I', 't') or n.nspname in ('pg_catalog', 'information_schema'))
    union all
    select 'pg_type'::regclass::oid, t.oid from pg_type t join pg_namespace n on n.oid = t.typnamespace
     where t.oid >= 16384 and n.nspname !~ '^pg_(temp|toast)'
       and (t.typtype not in ('c', 'd', 'e', 'r', 'm') or n.nspname in ('pg_catalog', 'information_schema'))
    union all
    select 'pg_proc'::regclass::oid, p.oid from pg_proc p
     where p.oid >= 16384 and (p.pronamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) or p.prokind not in ('f', 'w', 'p', 'a'))
    union all
    select 'pg_collation'::regclass::oid, oid from pg_collation
     where oid >= 16384 and collnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    union all
    select 'pg_constraint'::regclass::oid, k.oid from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where k.oid >= 16384 and n.nspname !~ '^pg_(temp|toast)'
       and (k.contype not in ('c', 'f', 'n', 'p', 't', 'u', 'x') or n.nspname in ('pg_catalog', 'information_schema'))
    union all
    select 'pg_operator'::regclass::oid, oid from pg_operator where oid >= 16384 and oprcode = 0
    union all
    select 'pg_language'::regclass::oid, oid from pg_language where oid >= 16384 and not lanispl
    union all
    select 'pg_am'::regclass::oid, oid from pg_am where oid >= 16384 and amtype not in ('i', 't')
    union all
    select m.classid, m.objid
      from (select 'pg_amop'::regclass::oid, oid, amopfamily, 'pg_operator'::regclass::oid, amopopr from pg_amop
            union all
            select 'pg_amproc'::regclass::oid, oid, amprocfamily, 'pg_proc'::regclass::oid, amproc::oid from pg_amproc) as m (classid, objid, family, usedclass, used)
     where m.objid >= 16384 and m.family < 16384
       and not exists (select from pg_depend i where i.classid = m.classid and i.objid = m.objid and i.refclassid = 'pg_opclass'::regclass and i.deptype = 'i')
       and not exists (select from pg_depend x where x.classid = m.usedclass and x.objid = m.used and x.deptype = 'e')
)
select i.type || ' ' || i.identity as name
  from odd as o
  cross join lateral pg_identify_object(o.classid, o.objid, 0) as i
 where not exists (select from pg_depend e where e.classid = o.classid and e.objid = o.objid and e.deptype in ('e', 'i'))
union all
select 'security label on ' || l.objtype || ' ' || l.objname from pg_seclabels l where l.objtype not in ('role', 'tablespace', 'database')
union all
select 'database setting ' || split_part(c, '=', 1) || case when s.setrole <> 0 then ' of role ' || quote_ident(pg_get_userbyid(s.setrole)) else '' end
  from pg_db_role_setting s cross join lateral unnest(s.setconfig) as c
 where s.setdatabase = (select oid from pg_database where datname = current_database())
union all
select 'state of trigger ' || quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  left join pg_trigger p on p.oid = t.tgparentid
 where (t.tgisinternal or t.tgparentid <> 0) and t.tgenabled <> coalesce(p.tgenabled, 'O') and n.nspname !~ '^pg_'
union all
select 'comment on ' || pg_describe_object(d.classoid, d.objoid, 0)
  from pg_description d
 where (d.classoid = 'pg_constraint'::regclass and exists (select from pg_constraint k where k.oid = d.objoid and k.contype = 'f' and k.conparentid <> 0))
    or (d.classoid = 'pg_trigger'::regclass and exists (select from pg_trigger t where t.oid = d.objoid and t.tgparentid <> 0))
union all
select 'detachment of partition ' || i.inhrelid::regclass from pg_inherits i where i.inhdetachpending -- since 14
union all -- since 14
select 'absence of extension plpgsql' where not exists (select from pg_extension where extname = 'plpgsql')
union all
select 'options of user mapping ' || quote_ident(m.srvname) || '.' || quote_ident(m.usename)
  from pg_user_mappings m
 where m.umoptions is null and m.usename <> current_user and not (select r.rolsuper from pg_roles r where r.rolname = current_user)
union all
select 'subscription ' || quote_ident(s.subname)
  from pg_subscription s
 where s.subdbid = (select oid from pg_database where datname = current_database())
   and not has_column_privilege('pg_subscription', 'subconninfo', 'select')
