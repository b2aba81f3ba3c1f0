select 'pg_subscription'::regclass::oid as classid, s.oid as objid, 0 as subid, 'SUBSCRIPTION' as kind,
       array[s.subname::text] as path, pg_get_userbyid(s.subowner)::text as owner,
       regexp_replace(regexp_replace(s.subconninfo, '(://[^:@/]*):[^@/]*@', '\1:********@', 'g'), '(password|passfile|sslpassword)\s*=\s*(''(\\.|[^''])*''|[^\s&]+)', '\1=********', 'gi') as connection,
       s.subpublications as publications,
       case when not s.subenabled then 'true' end as disabled,
       array_remove(array[
            case when s.subslotname is null then 'slot_name=none' when s.subslotname <> s.subname then 'slot_name=' || s.subslotname end,
            case when s.subsynccommit <> 'off' then 'synchronous_commit=' || s.subsynccommit end,
            case when s.subbinary then 'binary=true' end, -- since 14
            case when s.substream then 'streaming=on' end, -- 14 to 15
            case s.substream when 't' then 'streaming=on' when 'p' then 'streaming=parallel' end, -- 16 to 17
            case s.substream when 't' then 'streaming=on' when 'f' then 'streaming=off' end, -- since 18
            case when s.subtwophasestate <> 'd' then 'two_phase=true' end, -- since 15
            case when s.subdisableonerr then 'disable_on_error=true' end, -- since 15
            case when s.suborigin <> 'any' then 'origin=' || s.suborigin end, -- since 16
            case when not s.subpasswordrequired then 'password_required=false' end, -- since 16
            case when s.subrunasowner then 'run_as_owner=true' end, -- since 16
            case when s.subfailover then 'failover=true' end, -- since 17
            null], null) as options
  from pg_subscription s
 where s.subdbid = (select d.oid from pg_database d where d.datname = current_database())
