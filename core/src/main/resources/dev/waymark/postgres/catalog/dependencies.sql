select d.classid, d.objid, d.objsubid as subid, d.refclassid, d.refobjid, d.refobjsubid as refsubid, d.deptype::text as deptype
  from pg_depend d
 where d.objid >= 16384 and d.deptype in ('n', 'a', 'i', 'x', 'P', 'S')
   and (d.refobjid >= 16384 or d.refclassid = 'pg_namespace'::regclass)
