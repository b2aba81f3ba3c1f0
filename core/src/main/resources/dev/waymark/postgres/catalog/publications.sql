select 'pg_publication'::regclass::oid as classid, p.oid as objid, 0 as subid, 'PUBLICATION' as kind,
       array[p.pubname::text] as path, pg_get_userbyid(p.pubowner)::text as owner,
       case when p.puballtables then 'true' end as all_tables,
       case when p.pubviaroot then 'true' end as via_root,
       case p.pubgencols when 's' then 'stored' end as generated_columns, -- since 18
       case when not (p.pubinsert and p.pubupdate and p.pubdelete and p.pubtruncate) then
            coalesce(nullif(array_remove(array[case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
                               case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end], null), '{}'), array['']) end as publish
  from pg_publication p
