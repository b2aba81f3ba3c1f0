select 'pg_cast'::regclass::oid as classid, c.oid as objid, 0 as subid, 'CAST' as kind,
       array[format_type(c.castsource, null), format_type(c.casttarget, null)] as path,
       concat_ws(' ', format('create cast (%s as %s)', format_type(c.castsource, null), format_type(c.casttarget, null)),
            case c.castmethod when 'f' then 'with function ' || c.castfunc::regprocedure when 'i' then 'with inout' else 'without function' end,
            case c.castcontext when 'a' then 'as assignment' when 'i' then 'as implicit' end) as definition
  from pg_cast c
 where c.oid >= 16384
   and not exists (select from pg_depend e where e.classid = 'pg_cast'::regclass and e.objid = c.oid and e.deptype in ('e', 'i'))
