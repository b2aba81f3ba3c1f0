select 'pg_opclass'::regclass::oid as classid, c.oid as objid, 0 as subid, 'OPERATOR_CLASS' as kind,
       array[n.nspname, c.opcname, a.amname]::text[] as path, pg_get_userbyid(c.opcowner)::text as owner,
       format('create operator class %I.%I %sfor type %s using %I family %I.%I as %s', n.nspname, c.opcname,
            case when c.opcdefault then 'default ' else '' end, format_type(c.opcintype, null), a.amname, fn.nspname, f.opfname,
            coalesce(concat_ws(', ',
               case when c.opckeytype <> 0 then 'storage ' || format_type(c.opckeytype, null) end,
               (select string_agg(format('operator %s %s(%s, %s)%s', o.amopstrategy, o.amopopr::regoper, format_type(o.amoplefttype, null), format_type(o.amoprighttype, null),
                          case when o.amopsortfamily <> 0 then (select format(' for order by %I.%I', sn.nspname, sf.opfname) from pg_opfamily sf join pg_namespace sn on sn.oid = sf.opfnamespace where sf.oid = o.amopsortfamily) else '' end), ', ' order by o.amopstrategy)
                  from pg_amop o
                  join pg_depend d on d.classid = 'pg_amop'::regclass and d.objid = o.oid and d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid),
               (select string_agg(format('function %s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, null), format_type(p.amprocrighttype, null), p.amproc::regprocedure), ', ' order by p.amprocnum)
                  from pg_amproc p
                  join pg_depend d on d.classid = 'pg_amproc'::regclass and d.objid = p.oid and d.refclassid = 'pg_opclass'::regclass and d.refobjid = c.oid)),
               'storage ' || format_type(c.opcintype, null))) as definition
  from pg_opclass c
  join pg_namespace n on n.oid = c.opcnamespace
  join pg_am a on a.oid = c.opcmethod
  join pg_opfamily f on f.oid = c.opcfamily
  join pg_namespace fn on fn.oid = f.opfnamespace
 where c.oid >= 16384
   and not exists (select from pg_depend e where e.classid = 'pg_opclass'::regclass and e.objid = c.oid and e.deptype = 'e')
