-- The schema as lines, by queries of their own: what is compared shares nothing with the reader that is tested.
-- Column order is left out. Attributes that only some servers have are taken from the row as JSON.
-- What has an id below 16384 is PostgreSQL's own: leaving it out early keeps the queries fast.
with
mine as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
extended as (select classid, objid from pg_depend where deptype = 'e'),
acl as (
  select 'pg_class'::regclass::oid as class, oid as object, 0 as part, coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner)) as acl from pg_class where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and oid >= 16384
  union all select 'pg_class'::regclass, attrelid, attnum, attacl from pg_attribute where attacl is not null and attrelid >= 16384
  union all select 'pg_namespace'::regclass, oid, 0, coalesce(nspacl, acldefault('n', nspowner)) from pg_namespace
  union all select 'pg_proc'::regclass, oid, 0, coalesce(proacl, acldefault('f', proowner)) from pg_proc where oid >= 16384
  union all select 'pg_type'::regclass, oid, 0, coalesce(typacl, acldefault('T', typowner)) from pg_type where oid >= 16384
  union all select 'pg_language'::regclass, oid, 0, coalesce(lanacl, acldefault('l', lanowner)) from pg_language
  union all select 'pg_foreign_server'::regclass, oid, 0, coalesce(srvacl, acldefault('S', srvowner)) from pg_foreign_server
  union all select 'pg_foreign_data_wrapper'::regclass, oid, 0, coalesce(fdwacl, acldefault('F', fdwowner)) from pg_foreign_data_wrapper
),
privileges as (
  select a.class, a.object, a.part,
         string_agg(distinct coalesce(nullif(x.grantee, 0)::regrole::text, 'public') || '=' || x.privilege_type || case when x.is_grantable then '*' else '' end, ',') as given
    from acl a cross join lateral aclexplode(a.acl) x group by 1, 2, 3
)
select line from (
  select concat('schema ', n.nspname, ' owner ', case when n.nspname = 'public' then '' else nspowner::regrole::text end, ' ', p.given) as line
    from pg_namespace n join mine using (oid) left join privileges p on p.class = 'pg_namespace'::regclass and p.object = n.oid
   where not exists (select from extended e where e.classid = 'pg_namespace'::regclass and e.objid = n.oid)
  union all
  select concat('extension ', extname, ' ', extversion, ' in ', extnamespace::regnamespace)
    from pg_extension
  union all
  select concat('relation ', c.oid::regclass, ' ', c.relkind, c.relpersistence, ' owner ', c.relowner::regrole, ' ', coalesce(p.given, ''), ' options ', coalesce((select string_agg(o, ',' order by o) from unnest(c.reloptions || (select array_agg('toast.' || o) from pg_class t, unnest(t.reloptions) o where t.oid = c.reltoastrelid)) o), ''), ' identity ', c.relreplident, ' security ', c.relrowsecurity, c.relforcerowsecurity, ' method ', coalesce((select amname from pg_am where oid = c.relam), ''), ' space ', c.reltablespace, ' of ', coalesce(nullif(c.reloftype, 0)::regtype::text, ''), ' partition ', coalesce(pg_get_expr(c.relpartbound, c.oid), ''), ' key ', coalesce(pg_get_partkeydef(c.oid), ''), ' populated ', c.relispopulated, ' view ', case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) else '' end, coalesce((select ' server ' || s.srvname || ' ' || coalesce((select string_agg(o, ',' order by o) from unnest(f.ftoptions) o), '') from pg_foreign_table f join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid), ''))
    from pg_class c join mine n on n.oid = c.relnamespace left join privileges p on p.class = 'pg_class'::regclass and p.object = c.oid and p.part = 0
   where c.oid >= 16384 and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'c') and not exists (select from extended e where e.classid = 'pg_class'::regclass and e.objid = c.oid)
  union all
  select concat('column ', c.oid::regclass, '.', quote_ident(a.attname), ' ', format_type(a.atttypid, a.atttypmod), ' collate ', coalesce((select collnamespace::regnamespace || '.' || quote_ident(collname) from pg_collation where oid = a.attcollation), ''), ' notnull ', a.attnotnull, ' default ', coalesce(pg_get_expr(d.adbin, d.adrelid), ''), ' identity ', a.attidentity, ' generated ', a.attgenerated, ' storage ', a.attstorage, ' compression ', coalesce(to_jsonb(a) ->> 'attcompression', ''), ' statistics ', coalesce(nullif(to_jsonb(a) ->> 'attstattarget', '-1'), ''), ' options ', coalesce((select string_agg(o, ',' order by o) from unnest(a.attoptions || a.attfdwoptions) o), ''), ' ', coalesce(p.given, ''), ' local ', a.attislocal, a.attinhcount)
    from pg_attribute a join pg_class c on c.oid = a.attrelid join mine n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum left join privileges p on p.class = 'pg_class'::regclass and p.object = c.oid and p.part = a.attnum
   where c.oid >= 16384 and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and not exists (select from extended e where e.classid = 'pg_class'::regclass and e.objid = c.oid)
  union all
  select concat('constraint ', conrelid::regclass, '.', quote_ident(conname), ' ', pg_get_constraintdef(k.oid), ' valid ', convalidated, ' local ', case when contype = 'c' then conislocal::text || coninhcount else '' end, ' parent ', coalesce((select quote_ident(pk.conname) || ' ' || pk.conrelid::regclass from pg_constraint pk where pk.oid = k.conparentid), ''))
    from pg_constraint k join mine n on n.oid = k.connamespace
   where conrelid <> 0 and contype in ('p', 'u', 'x', 'c', 'f', 'n') and not exists (select from extended e where e.classid = 'pg_class'::regclass and e.objid = k.conrelid)
  union all
  select concat('domain constraint ', contypid::regtype, '.', quote_ident(conname), ' ', pg_get_constraintdef(k.oid), ' valid ', convalidated)
    from pg_constraint k join mine n on n.oid = k.connamespace
   where contypid <> 0 and contype = 'c' and not exists (select from extended e where e.classid = 'pg_type'::regclass and e.objid = k.contypid)
  union all
  select concat('index ', i.indexrelid::regclass, ' ', pg_get_indexdef(i.indexrelid), ' valid ', i.indisvalid, ' clustered ', i.indisclustered, ' identity ', i.indisreplident, ' options ', coalesce((select string_agg(o, ',' order by o) from unnest(x.reloptions) o), ''), ' space ', x.reltablespace, ' statistics ', coalesce((select string_agg(a.attnum || ':' || (to_jsonb(a) ->> 'attstattarget'), ',' order by a.attnum) from pg_attribute a where a.attrelid = x.oid and (to_jsonb(a) ->> 'attstattarget')::int >= 0), ''), ' parent ', coalesce((select inhparent::regclass::text from pg_inherits where inhrelid = x.oid), ''))
    from pg_index i join pg_class x on x.oid = i.indexrelid join mine n on n.oid = x.relnamespace
   where not exists (select from extended e where e.classid = 'pg_class'::regclass and e.objid = i.indrelid)
  union all
  select concat('inherits ', inhrelid::regclass, ' ', inhparent::regclass, ' ', row_number() over (partition by inhrelid order by inhseqno))
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind in ('r', 'f', 'p')
  union all
  select concat('sequence ', s.seqrelid::regclass, ' ', format_type(s.seqtypid, null), ' ', concat_ws(' ', s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle), ' owned ', coalesce((select d.refobjid::regclass || '.' || quote_ident(a.attname) || ' ' || d.deptype::text from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid where d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.deptype in ('a', 'i') and d.refclassid = 'pg_class'::regclass), ''))
    from pg_sequence s join pg_class c on c.oid = s.seqrelid join mine n on n.oid = c.relnamespace where not exists (select from extended e where e.classid = 'pg_class'::regclass and e.objid = c.oid)
  union all
  select concat('type ', t.oid::regtype, ' ', t.typtype, ' owner ', t.typowner::regrole, ' ', coalesce(p.given, ''), ' labels ', coalesce((select string_agg(quote_literal(enumlabel), ',' order by enumsortorder) from pg_enum where enumtypid = t.oid), ''), ' base ', coalesce(format_type(nullif(t.typbasetype, 0), t.typtypmod), ''), ' notnull ', t.typnotnull, ' default ', coalesce(t.typdefault, ''), ' collate ', coalesce((select quote_ident(collname) from pg_collation where oid = t.typcollation), ''), coalesce((select ' range ' || r.rngsubtype::regtype || ' ' || r.rngcollation || ' ' || (select opcname from pg_opclass where oid = r.rngsubopc) || ' ' || r.rngcanonical::regproc || ' ' || r.rngsubdiff::regproc || ' ' || coalesce((to_jsonb(r) ->> 'rngmultitypid')::oid::regtype::text, '') from pg_range r where r.rngtypid = t.oid), ''))
    from pg_type t join mine n on n.oid = t.typnamespace left join privileges p on p.class = 'pg_type'::regclass and p.object = t.oid
   where t.typtype in ('e', 'd', 'r', 'c') and (t.typtype <> 'c' or exists (select from pg_class where oid = t.typrelid and relkind = 'c')) and not exists (select from extended e where e.classid = 'pg_type'::regclass and e.objid = t.oid)
  union all
  select concat('routine ', f.oid::regprocedure, ' ', f.prokind, ' owner ', f.proowner::regrole, ' ', coalesce(p.given, ''), ' ', case when f.prokind = 'a'
         then (select (to_jsonb(g) - 'aggfnoid' - 'aggtransfn' - 'aggfinalfn' - 'aggcombinefn' - 'aggserialfn' - 'aggdeserialfn' - 'aggmtransfn' - 'aggminvtransfn' - 'aggmfinalfn' - 'aggsortop' - 'aggtranstype' - 'aggmtranstype')::text || concat_ws(' ', g.aggtransfn, g.aggfinalfn, g.aggcombinefn, g.aggserialfn, g.aggdeserialfn, g.aggmtransfn, g.aggminvtransfn, g.aggmfinalfn, g.aggsortop::regoperator, g.aggtranstype::regtype, g.aggmtranstype::regtype, pg_get_function_arguments(f.oid), f.proparallel) from pg_aggregate g where g.aggfnoid = f.oid)
         else pg_get_functiondef(f.oid) end)
    from pg_proc f join mine n on n.oid = f.pronamespace left join privileges p on p.class = 'pg_proc'::regclass and p.object = f.oid
   where f.oid >= 16384 and not exists (select from extended e where e.classid = 'pg_proc'::regclass and e.objid = f.oid) and not exists (select from pg_depend i where i.classid = 'pg_proc'::regclass and i.objid = f.oid and i.deptype = 'i')
  union all
  select concat('trigger ', tgrelid::regclass, ' ', pg_get_triggerdef(t.oid), ' ', tgenabled)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join mine n on n.oid = c.relnamespace where not tgisinternal
  union all
  select concat('event trigger ', evtname, ' ', evtevent, ' ', evtfoid::regprocedure, ' ', evtenabled, coalesce(evttags::text, ''), evtowner::regrole)
    from pg_event_trigger
  union all
  select concat('rule ', pg_get_ruledef(r.oid), ' ', ev_enabled)
    from pg_rewrite r join pg_class c on c.oid = r.ev_class join mine n on n.oid = c.relnamespace where r.oid >= 16384 and rulename <> '_RETURN'
  union all
  select concat('policy ', polrelid::regclass, '.', quote_ident(polname), ' ', polcmd, polpermissive, ' ', (select string_agg(coalesce(nullif(o, 0)::regrole::text, 'public'), ',' order by 1) from unnest(polroles) o), ' ', coalesce(pg_get_expr(polqual, polrelid), ''), ' check ', coalesce(pg_get_expr(polwithcheck, polrelid), ''))
    from pg_policy
  union all
  select concat('statistics ', stxnamespace::regnamespace, '.', quote_ident(stxname), ' ', stxrelid::regclass, ' ', stxkind::text, ' ', (select string_agg(c, ', ' order by c) from regexp_split_to_table(substring(pg_get_statisticsobjdef(s.oid) from ' ON (.*) FROM '), ', ') as c), ' ', coalesce(nullif(to_jsonb(s) ->> 'stxstattarget', '-1'), ''), stxowner::regrole)
    from pg_statistic_ext s join mine n on n.oid = s.stxnamespace
  union all
  select concat('comment ', i.type, ' ', i.identity, ' ', d.description)
    from pg_description d cross join lateral pg_identify_object(d.classoid, d.objoid, d.objsubid) i
   where i.identity is not null and i.identity <> '' and d.objoid >= 16384 or (d.classoid = 'pg_namespace'::regclass and i.identity = 'public' and d.description <> 'standard public schema')
  union all
  select concat('default privileges ', defaclrole::regrole, ' ', coalesce(nullif(defaclnamespace, 0)::regnamespace::text, ''), ' ', defaclobjtype, ' ', coalesce(nullif(x.grantee, 0)::regrole::text, 'public'), '=', x.privilege_type, x.is_grantable)
    from pg_default_acl d cross join lateral aclexplode(d.defaclacl) x
  union all
  select concat('publication ', (to_jsonb(p) - 'oid' - 'pubowner')::text, pubowner::regrole)
    from pg_publication p
  union all
  select concat('published ', t.pubname, ' ', t.schemaname, '.', t.tablename)
    from pg_publication_tables t
  union all
  select concat('publication table ', (select pubname from pg_publication where oid = r.prpubid), ' ', prrelid::regclass, ' ', (select concat((select array_agg(a order by a) from unnest(t.attnames) as a), ' ', t.rowfilter) from pg_publication_tables t where t.pubname = (select pubname from pg_publication where oid = r.prpubid) and format('%I.%I', t.schemaname, t.tablename)::regclass = r.prrelid))
    from pg_publication_rel r
  union all
  select concat('subscription ', subname, subenabled, subpublications::text, subslotname, subsynccommit, subowner::regrole)
    from pg_subscription where subdbid = (select oid from pg_database where datname = current_database())
  union all
  select concat('wrapper ', fdwname, ' ', fdwhandler::regproc, ' ', fdwvalidator::regproc, coalesce((select string_agg(o, ',' order by o) from unnest(fdwoptions) o), ''), fdwowner::regrole, coalesce(p.given, ''))
    from pg_foreign_data_wrapper w left join privileges p on p.class = 'pg_foreign_data_wrapper'::regclass and p.object = w.oid
  union all
  select concat('server ', srvname, ' ', (select fdwname from pg_foreign_data_wrapper where oid = srvfdw), ' ', coalesce(srvtype, ''), ' ', coalesce(srvversion, ''), coalesce((select string_agg(o, ',' order by o) from unnest(srvoptions) o), ''), srvowner::regrole, coalesce(p.given, ''))
    from pg_foreign_server s left join privileges p on p.class = 'pg_foreign_server'::regclass and p.object = s.oid
  union all
  select concat('mapping ', srvname, ' ', usename, coalesce((select string_agg(o, ',' order by o) from unnest(umoptions) o), ''))
    from pg_user_mappings
  union all
  select concat('operator ', o.oid::regoperator, ' ', oprcode, ' ', nullif(oprcom, 0)::regoperator, ' ', nullif(oprnegate, 0)::regoperator, ' ', oprrest, ' ', oprjoin, ' ', oprcanmerge, oprcanhash, oprowner::regrole)
    from pg_operator o join mine n on n.oid = oprnamespace where o.oid >= 16384 and oprcode <> 0 and not exists (select from extended e where e.classid = 'pg_operator'::regclass and e.objid = o.oid)
  union all
  select concat('operator class ', opcname, ' ', opcnamespace::regnamespace, (select amname from pg_am where oid = opcmethod), ' ', opcintype::regtype, opcdefault, ' ', (select opfname from pg_opfamily where oid = opcfamily), ' ', opckeytype::regtype)
    from pg_opclass c join mine n on n.oid = opcnamespace where not exists (select from extended e where e.classid = 'pg_opclass'::regclass and e.objid = c.oid)
  union all
  select concat('family operator ', f.opfname, ' ', amopstrategy, ' ', amoppurpose, amopopr::regoperator)
    from pg_amop a join pg_opfamily f on f.oid = amopfamily join mine n on n.oid = f.opfnamespace where not exists (select from extended e where e.classid = 'pg_opfamily'::regclass and e.objid = f.oid)
  union all
  select concat('family function ', f.opfname, ' ', amprocnum, ' ', amproc::regprocedure, amproclefttype::regtype, amprocrighttype::regtype)
    from pg_amproc a join pg_opfamily f on f.oid = amprocfamily join mine n on n.oid = f.opfnamespace where not exists (select from extended e where e.classid = 'pg_opfamily'::regclass and e.objid = f.oid)
  union all
  select concat('cast ', castsource::regtype, ' ', casttarget::regtype, ' ', castfunc::regprocedure, castcontext, castmethod)
    from pg_cast c where c.oid >= 16384 and not exists (select from pg_depend i where i.classid = 'pg_cast'::regclass and i.objid = c.oid and i.deptype in ('e', 'i'))
  union all
  select concat('collation ', (to_jsonb(c) - 'oid' - 'collnamespace' - 'collowner' - 'collversion')::text, collnamespace::regnamespace, collowner::regrole)
    from pg_collation c join mine n on n.oid = collnamespace where not exists (select from extended e where e.classid = 'pg_collation'::regclass and e.objid = c.oid)
  union all
  select concat('conversion ', conname, conforencoding, ' ', contoencoding, conproc, condefault)
    from pg_conversion c join mine n on n.oid = connamespace
  union all
  select concat('text search ', cfgname, cfgnamespace::regnamespace, ' ', (select prsname from pg_ts_parser where oid = cfgparser), coalesce((select string_agg(maptokentype || ':' || mapseqno || mapdict::regdictionary, ',' order by maptokentype, mapseqno) from pg_ts_config_map where mapcfg = c.oid), ''))
    from pg_ts_config c join mine n on n.oid = cfgnamespace
  union all
  select concat('dictionary ', dictname, dictnamespace::regnamespace, (select tmplname from pg_ts_template where oid = dicttemplate), coalesce(dictinitoption, ''))
    from pg_ts_dict d join mine n on n.oid = dictnamespace where not exists (select from extended e where e.classid = 'pg_ts_dict'::regclass and e.objid = d.oid)
  union all
  select concat('parser ', prsname, prsstart, prstoken, prsend, prsheadline, prslextype)
    from pg_ts_parser p join mine n on n.oid = prsnamespace
  union all
  select concat('template ', tmplname, tmplinit, tmpllexize)
    from pg_ts_template t join mine n on n.oid = tmplnamespace where not exists (select from extended e where e.classid = 'pg_ts_template'::regclass and e.objid = t.oid)
  union all
  select concat('language ', lanname, lanpltrusted, lanplcallfoid::regproc, laninline::regproc, lanvalidator::regproc)
    from pg_language l where l.oid >= 16384 and not exists (select from extended e where e.classid = 'pg_language'::regclass and e.objid = l.oid)
  union all
  select concat('access method ', amname, amhandler, amtype)
    from pg_am a where a.oid >= 16384 and not exists (select from extended e where e.classid = 'pg_am'::regclass and e.objid = a.oid)
  union all
  select concat('transform ', trftype::regtype, ' ', trflang, trffromsql, trftosql)
    from pg_transform t where not exists (select from extended e where e.classid = 'pg_transform'::regclass and e.objid = t.oid)
  union all
  select concat('depends on extension ', i.type, ' ', i.identity, ' ', x.extname)
    from pg_depend d join pg_extension x on x.oid = d.refobjid cross join lateral pg_identify_object(d.classid, d.objid, d.objsubid) i where d.deptype = 'x'
) as lines
where line is not null
order by 1
