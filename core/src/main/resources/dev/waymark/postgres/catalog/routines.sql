select 'pg_proc'::regclass::oid as classid, p.oid as objid, 0 as subid,
       case p.prokind when 'p' then 'PROCEDURE' when 'a' then 'AGGREGATE' else 'FUNCTION' end as kind,
       array[n.nspname, p.proname, case
           when p.prokind = 'a' then pg_get_function_identity_arguments(p.oid)
           else coalesce((select string_agg(format_type(u.t, null), ', ' order by u.i) from unnest(p.proargtypes) with ordinality as u (t, i)), '') end]::text[] as path,
       pg_get_userbyid(p.proowner)::text as owner,
       case when p.prokind = 'a' then format('create aggregate %I.%I(%s) (%s)', n.nspname, p.proname,
           case when p.pronargs = 0 then '*' else pg_get_function_arguments(p.oid) end,
           concat_ws(', ',
               'sfunc = ' || g.aggtransfn::regproc,
               'stype = ' || format_type(g.aggtranstype, null),
               case when g.aggtransspace <> 0 then 'sspace = ' || g.aggtransspace end,
               case when g.aggfinalfn <> 0 then 'finalfunc = ' || g.aggfinalfn::regproc end,
               case when g.aggfinalextra then 'finalfunc_extra' end,
               case when g.aggfinalfn <> 0 and g.aggfinalmodify <> case g.aggkind when 'n' then 'r' else 'w' end
                    then 'finalfunc_modify = ' || case g.aggfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end,
               case when g.aggcombinefn <> 0 then 'combinefunc = ' || g.aggcombinefn::regproc end,
               case when g.aggserialfn <> 0 then 'serialfunc = ' || g.aggserialfn::regproc end,
               case when g.aggdeserialfn <> 0 then 'deserialfunc = ' || g.aggdeserialfn::regproc end,
               case when g.agginitval is not null then 'initcond = ' || quote_literal(g.agginitval) end,
               case when g.aggmtransfn <> 0 then 'msfunc = ' || g.aggmtransfn::regproc end,
               case when g.aggminvtransfn <> 0 then 'minvfunc = ' || g.aggminvtransfn::regproc end,
               case when g.aggmtranstype <> 0 then 'mstype = ' || format_type(g.aggmtranstype, null) end,
               case when g.aggmtransspace <> 0 then 'msspace = ' || g.aggmtransspace end,
               case when g.aggmfinalfn <> 0 then 'mfinalfunc = ' || g.aggmfinalfn::regproc end,
               case when g.aggmfinalextra then 'mfinalfunc_extra' end,
               case when g.aggmfinalfn <> 0 and g.aggmfinalmodify <> case g.aggkind when 'n' then 'r' else 'w' end
                    then 'mfinalfunc_modify = ' || case g.aggmfinalmodify when 'r' then 'read_only' when 's' then 'shareable' else 'read_write' end end,
               case when g.aggminitval is not null then 'minitcond = ' || quote_literal(g.aggminitval) end,
               case when g.aggsortop <> 0 then 'sortop = ' || (select format('operator(%I.%s)', sn.nspname, so.oprname) from pg_operator so join pg_namespace sn on sn.oid = so.oprnamespace where so.oid = g.aggsortop) end,
               case p.proparallel when 's' then 'parallel = safe' when 'r' then 'parallel = restricted' end,
               case when g.aggkind = 'h' then 'hypothetical' end))
            else btrim(pg_get_functiondef(p.oid), E'\n') end as definition,
       case when p.prokind <> 'a' then
           (select array_agg(coalesce(p.proargmodes[u.i]::text, 'i') || ' ' || coalesce(p.proargnames[u.i], '') || ' ' || format_type(u.t, null) order by u.i)
              from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality as u (t, i)) end as parameters,
       case when p.pronargdefaults > 0 then p.pronargdefaults::text end as defaults,
       case when p.prokind = 'w' then 'true' end as "window",
       case when p.prokind in ('f', 'w') then pg_get_function_result(p.oid) end as result,
       case when p.prokind <> 'a' then l.lanname::text end as language
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  join pg_language l on l.oid = p.prolang
  left join pg_aggregate g on g.aggfnoid = p.oid
 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype in ('e', 'i'))
