select 'pg_opfamily'::regclass::oid as classid, f.oid as objid, 0 as subid, 'OPERATOR_FAMILY' as kind,
       array[n.nspname, f.opfname, a.amname]::text[] as path, pg_get_userbyid(f.opfowner)::text as owner,
       format('create operator family %I.%I using %I', n.nspname, f.opfname, a.amname) as definition,
       (select array_agg(m order by m) from (
            select format('operator %s %s(%s, %s)%s', o.amopstrategy, o.amopopr::regoper, format_type(o.amoplefttype, null), format_type(o.amoprighttype, null),
                          case when o.amopsortfamily <> 0 then (select format(' for order by %I.%I', sn.nspname, sf.opfname) from pg_opfamily sf join pg_namespace sn on sn.oid = sf.opfnamespace where sf.oid = o.amopsortfamily) else '' end)
              from pg_amop o
              join pg_depend d on d.classid = 'pg_amop'::regclass and d.objid = o.oid and d.refclassid = 'pg_opfamily'::regclass and d.refobjid = f.oid
             where o.amopfamily = f.oid
            union all
            select format('function %s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, null), format_type(p.amprocrighttype, null), p.amproc::regprocedure)
              from pg_amproc p
              join pg_depend d on d.classid = 'pg_amproc'::regclass and d.objid = p.oid and d.refclassid = 'pg_opfamily'::regclass and d.refobjid = f.oid
             where p.amprocfamily = f.oid) as members (m)) as members
  from pg_opfamily f
  join pg_namespace n on n.oid = f.opfnamespace
  join pg_am a on a.oid = f.opfmethod
 where f.oid >= 16384
   and not exists (select from pg_depend e where e.classid = 'pg_opfamily'::regclass and e.objid = f.oid and e.deptype = 'e')
