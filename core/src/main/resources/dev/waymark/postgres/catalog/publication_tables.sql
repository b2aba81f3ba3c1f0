select 'pg_publication_rel'::regclass::oid as classid, r.oid as objid, 0 as subid, 'PUBLICATION_TABLE' as kind,
       (select array_agg(a.attname::text order by u.i) -- since 15
          from unnest(r.prattrs::int2[]) with ordinality as u (n, i) -- since 15
          join pg_attribute a on a.attrelid = r.prrelid and a.attnum = u.n) as columns, -- since 15
       pg_get_expr(r.prqual, r.prrelid) as "where", -- since 15
       array[p.pubname, n.nspname, c.relname]::text[] as path
  from pg_publication_rel r
  join pg_publication p on p.oid = r.prpubid
  join pg_class c on c.oid = r.prrelid
  join pg_namespace n on n.oid = c.relnamespace
