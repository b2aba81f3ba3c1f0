select 'pg_inherits'::regclass::oid as classid, c.oid as objid, i.inhseqno as subid,
       case when c.relkind in ('i', 'I') then 'INDEX_ATTACHMENT' when c.relispartition then 'PARTITION' else 'INHERITANCE' end as kind,
       case when c.relkind in ('i', 'I') or c.relispartition then array[n.nspname, c.relname]::text[]
            else array[n.nspname, c.relname, pn.nspname, p.relname]::text[] end as path,
       case when c.relkind in ('i', 'I') or c.relispartition then pn.nspname::text end as parent_schema,
       case when c.relkind in ('i', 'I') or c.relispartition then p.relname::text end as parent,
       pg_get_expr(c.relpartbound, c.oid) as bound,
       i.inhseqno as place
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_class p on p.oid = i.inhparent
  join pg_namespace pn on pn.oid = p.relnamespace
 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
