select 'pg_ts_parser'::regclass::oid as classid, p.oid as objid, 0 as subid, 'TEXT_SEARCH_PARSER' as kind,
       array[n.nspname, p.prsname]::text[] as path, null::text as owner,
       format('create text search parser %I.%I (%s)', n.nspname, p.prsname, concat_ws(', ', 'start = ' || p.prsstart::regproc, 'gettoken = ' || p.prstoken::regproc,
            'end = ' || p.prsend::regproc, 'lextypes = ' || p.prslextype::regproc, case when p.prsheadline <> 0 then 'headline = ' || p.prsheadline::regproc end)) as definition,
       null::text[] as mappings
  from pg_ts_parser p join pg_namespace n on n.oid = p.prsnamespace
 where p.oid >= 16384 and not exists (select from pg_depend e where e.classid = 'pg_ts_parser'::regclass and e.objid = p.oid and e.deptype = 'e')
union all
select 'pg_ts_template'::regclass::oid, t.oid, 0, 'TEXT_SEARCH_TEMPLATE', array[n.nspname, t.tmplname]::text[], null,
       format('create text search template %I.%I (%s)', n.nspname, t.tmplname, concat_ws(', ', case when t.tmplinit <> 0 then 'init = ' || t.tmplinit::regproc end, 'lexize = ' || t.tmpllexize::regproc)), null
  from pg_ts_template t join pg_namespace n on n.oid = t.tmplnamespace
 where t.oid >= 16384 and not exists (select from pg_depend e where e.classid = 'pg_ts_template'::regclass and e.objid = t.oid and e.deptype = 'e')
union all
select 'pg_ts_dict'::regclass::oid, d.oid, 0, 'TEXT_SEARCH_DICTIONARY', array[n.nspname, d.dictname]::text[], pg_get_userbyid(d.dictowner)::text,
       format('create text search dictionary %I.%I (template = %I.%I%s)', n.nspname, d.dictname, tn.nspname, t.tmplname, coalesce(', ' || d.dictinitoption, '')), null
  from pg_ts_dict d join pg_namespace n on n.oid = d.dictnamespace
  join pg_ts_template t on t.oid = d.dicttemplate join pg_namespace tn on tn.oid = t.tmplnamespace
 where d.oid >= 16384 and not exists (select from pg_depend e where e.classid = 'pg_ts_dict'::regclass and e.objid = d.oid and e.deptype = 'e')
union all
select 'pg_ts_config'::regclass::oid, c.oid, 0, 'TEXT_SEARCH_CONFIGURATION', array[n.nspname, c.cfgname]::text[], pg_get_userbyid(c.cfgowner)::text,
       format('create text search configuration %I.%I (parser = %I.%I)', n.nspname, c.cfgname, pn.nspname, p.prsname),
       (select array_agg(x.line order by x.line)
          from (select tt.alias || ': ' || string_agg(format('%I.%I', dn.nspname, d.dictname), ', ' order by m.mapseqno) as line
                  from pg_ts_config_map m
                  join ts_token_type(c.cfgparser) as tt on tt.tokid = m.maptokentype
                  join pg_ts_dict d on d.oid = m.mapdict join pg_namespace dn on dn.oid = d.dictnamespace
                 where m.mapcfg = c.oid group by tt.alias) as x)
  from pg_ts_config c join pg_namespace n on n.oid = c.cfgnamespace
  join pg_ts_parser p on p.oid = c.cfgparser join pg_namespace pn on pn.oid = p.prsnamespace
 where c.oid >= 16384 and not exists (select from pg_depend e where e.classid = 'pg_ts_config'::regclass and e.objid = c.oid and e.deptype = 'e')
