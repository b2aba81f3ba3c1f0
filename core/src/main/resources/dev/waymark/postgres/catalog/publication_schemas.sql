select 'pg_publication_namespace'::regclass::oid as classid, r.oid as objid, 0 as subid, 'PUBLICATION_SCHEMA' as kind, -- since 15
       array[p.pubname, n.nspname]::text[] as path -- since 15
  from pg_publication_namespace r join pg_publication p on p.oid = r.pnpubid join pg_namespace n on n.oid = r.pnnspid -- since 15
select 0::oid as classid, 0::oid as objid, 0 as subid, '' as kind, array[]::text[] as path where false -- before 15
