select 'pg_rewrite'::regclass::oid as classid, r.oid as objid, 0 as subid, 'pg_class'::regclass::oid as ownerclass, r.ev_class as ownerid, 0 as ownersub
  from pg_rewrite r where r.rulename = '_RETURN' and r.oid >= 16384
union all
select 'pg_attrdef'::regclass::oid, d.oid, 0, 'pg_class'::regclass::oid, d.adrelid, d.adnum
  from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum and a.attgenerated <> ''
union all
select 'pg_constraint'::regclass::oid, k.oid, 0, 'pg_type'::regclass::oid, k.contypid, 0
  from pg_constraint k where k.contype = 'n' and k.contypid <> 0
union all
select 'pg_class'::regclass::oid, k.conindid, 0, 'pg_constraint'::regclass::oid, k.oid, 0
  from pg_constraint k where k.contype in ('p', 'u', 'x') and k.conindid <> 0
union all
select 'pg_type'::regclass::oid, c.reltype, 0, 'pg_class'::regclass::oid, c.oid, 0
  from pg_class c where c.reltype <> 0 and c.relkind <> 'c' and c.oid >= 16384
union all
select 'pg_class'::regclass::oid, c.oid, 0, 'pg_type'::regclass::oid, c.reltype, 0
  from pg_class c where c.relkind = 'c' and c.oid >= 16384
union all
select 'pg_type'::regclass::oid, t.typarray, 0, 'pg_type'::regclass::oid, t.oid, 0
  from pg_type t where t.typarray >= 16384
union all -- since 14
select 'pg_type'::regclass::oid, r.rngmultitypid, 0, 'pg_type'::regclass::oid, r.rngtypid, 0 -- since 14
  from pg_range r where r.rngmultitypid >= 16384 -- since 14
union all
select 'pg_class'::regclass::oid, d.objid, 0, 'pg_class'::regclass::oid, d.refobjid, d.refobjsubid
  from pg_depend d join pg_class c on c.oid = d.objid and c.relkind = 'S'
 where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i'
union all
select d.classid, d.objid, 0, d.refclassid, d.refobjid, 0
  from pg_depend d
 where d.classid in ('pg_amop'::regclass, 'pg_amproc'::regclass) and d.refclassid in ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
   and d.objid >= 16384 and (d.deptype = 'i' or d.refclassid = 'pg_opfamily'::regclass)
   and not (d.refclassid = 'pg_opfamily'::regclass and exists (
        select from pg_depend i where i.classid = d.classid and i.objid = d.objid and i.refclassid = 'pg_opclass'::regclass and i.deptype = 'i'))
union all
select d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, 0
  from pg_depend d where d.deptype = 'e'
