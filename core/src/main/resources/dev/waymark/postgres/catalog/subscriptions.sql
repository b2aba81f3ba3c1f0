select 'pg_subscription'::regclass::oid as classid, s.oid as objid, 0 as subid, 'SUBSCRIPTION' as kind,
       array[s.subname::text] as path, pg_get_userbyid(s.subowner)::text as owner,
       regexp_replace(s.subconninfo, '(password|passfile|sslpassword)\s*=\s*(''(\\.|[^''])*''|\S+)', '\1=********', 'gi') as connection,
       s.subpublications as publications,
       case when not s.subenabled then 'true' end as disabled,
       array_remove(array[
            case when s.subslotname is null then 'slot_name=none' when s.subslotname <> s.subname then 'slot_name=' || s.subslotname end,
            case when s.subsynccommit <> 'off' then 'synchronous_commit=' || s.subsynccommit end,
            case when s.subbinary then 'binary=true' end, -- since 14
            case when s.substream::text in ('t', 'true') then 'streaming=on' when s.substream::text = 'p' then 'streaming=parallel' end, -- since 14
            case when s.subtwophasestate <> 'd' then 'two_phase=true' end, -- since 15
            case when s.subdisableonerr then 'disable_on_error=true' end, -- since 15
            case when s.suborigin <> 'any' then 'origin=' || s.suborigin end, -- since 16
            null], null) as options
  from pg_subscription s
 where s.subdbid = (select d.oid from pg_database d where d.datname = current_database())
