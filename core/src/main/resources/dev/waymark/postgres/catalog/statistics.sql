select 'pg_statistic_ext'::regclass::oid as classid, s.oid as objid, 0 as subid, 'STATISTICS' as kind,
       array[n.nspname, s.stxname]::text[] as path, pg_get_userbyid(s.stxowner)::text as owner,
       pg_get_statisticsobjdef(s.oid) as definition,
       case when s.stxstattarget >= 0 then s.stxstattarget::text end as target
  from pg_statistic_ext s
  join pg_namespace n on n.oid = s.stxnamespace
 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
