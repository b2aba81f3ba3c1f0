select 'pg_operator'::regclass::oid as classid, o.oid as objid, 0 as subid, 'OPERATOR' as kind,
       array[n.nspname::text, o.oprname::text, case when o.oprleft = 0 then 'NONE' else format_type(o.oprleft, null) end,
             case when o.oprright = 0 then 'NONE' else format_type(o.oprright, null) end] as path,
       pg_get_userbyid(o.oprowner)::text as owner,
       format('create operator %I.%s (%s)', n.nspname, o.oprname, concat_ws(', ',
            'function = ' || o.oprcode::regproc,
            case when o.oprleft <> 0 then 'leftarg = ' || format_type(o.oprleft, null) end,
            case when o.oprright <> 0 then 'rightarg = ' || format_type(o.oprright, null) end,
            case when o.oprcom <> 0 then (select format('commutator = operator(%I.%s)', cn.nspname, c.oprname) from pg_operator c join pg_namespace cn on cn.oid = c.oprnamespace where c.oid = o.oprcom) end,
            case when o.oprnegate <> 0 then (select format('negator = operator(%I.%s)', cn.nspname, c.oprname) from pg_operator c join pg_namespace cn on cn.oid = c.oprnamespace where c.oid = o.oprnegate) end,
            case when o.oprrest <> 0 then 'restrict = ' || o.oprrest::regproc end,
            case when o.oprjoin <> 0 then 'join = ' || o.oprjoin::regproc end,
            case when o.oprcanhash then 'hashes' end,
            case when o.oprcanmerge then 'merges' end)) as definition
  from pg_operator o
  join pg_namespace n on n.oid = o.oprnamespace
 where o.oid >= 16384 and o.oprcode <> 0
   and not exists (select from pg_depend e where e.classid = 'pg_operator'::regclass and e.objid = o.oid and e.deptype = 'e')
