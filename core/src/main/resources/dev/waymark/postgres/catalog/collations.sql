select 'pg_collation'::regclass::oid as classid, c.oid as objid, 0 as subid, 'COLLATION' as kind,
       array[n.nspname, c.collname]::text[] as path, pg_get_userbyid(c.collowner)::text as owner,
       format('create collation %I.%I (%s)', n.nspname, c.collname, concat_ws(', ',
            'provider = ' || case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end,
            case when c.collprovider = 'c' and c.collcollate = c.collctype then 'locale = ' || quote_literal(c.collcollate) end,
            case when c.collprovider = 'c' and c.collcollate <> c.collctype then 'lc_collate = ' || quote_literal(c.collcollate) || ', lc_ctype = ' || quote_literal(c.collctype) end,
            case when c.collprovider <> 'c' then 'locale = ' || quote_literal(c.collcollate) end, -- before 15
            case when c.collprovider <> 'c' then 'locale = ' || quote_literal(c.colliculocale) end, -- 15 to 16
            case when c.collprovider <> 'c' then 'locale = ' || quote_literal(c.colllocale) end, -- since 17
            case when c.collicurules is not null then 'rules = ' || quote_literal(c.collicurules) end, -- since 16
            case when not c.collisdeterministic then 'deterministic = false' end)) as definition
  from pg_collation c
  join pg_namespace n on n.oid = c.collnamespace
 where c.oid >= 16384 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_depend e where e.classid = 'pg_collation'::regclass and e.objid = c.oid and e.deptype = 'e')
