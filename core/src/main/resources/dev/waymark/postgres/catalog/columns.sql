select 'pg_class'::regclass::oid as classid, c.oid as objid, a.attnum::int as subid, 'COLUMN' as kind,
       array[n.nspname, c.relname, a.attname]::text[] as path,
       a.attnum::int as place,
       format_type(a.atttypid, a.atttypmod) as type,
       case when a.attcollation <> t.typcollation then quote_ident(cn.nspname) || '.' || quote_ident(co.collname) end as collation,
       case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end as generated,
       case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end as generation,
       case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
       case when q.seqrelid is not null and (s.relname <> c.relname || '_' || a.attname || '_seq' or s.relnamespace <> c.relnamespace)
            then quote_ident(sn.nspname) || '.' || quote_ident(s.relname) end as identity_sequence,
       case when q.seqrelid is not null and s.relpersistence <> c.relpersistence then case s.relpersistence when 'u' then 'unlogged' else 'logged' end end as identity_persistence, -- since 15
       case when q.seqrelid is not null then nullif(concat_ws(' ',
            case when q.seqstart <> case when q.seqincrement > 0 then q.seqmin else q.seqmax end then 'start ' || q.seqstart end,
            case when q.seqincrement <> 1 then 'increment ' || q.seqincrement end,
            case when q.seqmin <> case when q.seqincrement > 0 then 1 else b.low end then 'minimum ' || q.seqmin end,
            case when q.seqmax <> case when q.seqincrement > 0 then b.high else -1 end then 'maximum ' || q.seqmax end,
            case when q.seqcache <> 1 then 'cache ' || q.seqcache end,
            case when q.seqcycle then 'cycle' end), '') end as identity_options,
       case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression, -- since 14
       case when a.attstorage <> t.typstorage and c.relkind <> 'v'
            then case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end end as storage,
       case when a.attstattarget >= 0 then a.attstattarget::text end as statistics,
       case when a.attoptions is not null then (select array_agg(o order by o) from unnest(a.attoptions) as o) end as options,
       case when a.attfdwoptions is not null then (select array_agg(case when split_part(o, '=', 1) ~* 'passw|passfile|pwd|secret|token|credential' then split_part(o, '=', 1) || '=********' else regexp_replace(o, '(://[^:@/]*):[^@/]*@', '\1:********@', 'g') end order by o) from unnest(a.attfdwoptions) as o) end as fdw_options,
       case when a.attinhcount > 0 and not a.attislocal then 'true' end as inherited
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  left join pg_collation co on co.oid = a.attcollation
  left join pg_namespace cn on cn.oid = co.collnamespace
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum and a.attgenerated <> ''
  left join pg_depend i on a.attidentity <> '' and i.classid = 'pg_class'::regclass and i.refclassid = 'pg_class'::regclass
        and i.refobjid = a.attrelid and i.refobjsubid = a.attnum and i.deptype = 'i'
  left join pg_sequence q on q.seqrelid = i.objid
  left join pg_class s on s.oid = q.seqrelid
  left join pg_namespace sn on sn.oid = s.relnamespace
  left join lateral (select case q.seqtypid when 21 then -32768 when 23 then -2147483648 else -9223372036854775808 end as low,
                            case q.seqtypid when 21 then 32767 when 23 then 2147483647 else 9223372036854775807 end as high) as b on true
 where a.attnum > 0 and not a.attisdropped
   and c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
   and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
