select 'pg_event_trigger'::regclass::oid as classid, t.oid as objid, 0 as subid, 'EVENT_TRIGGER' as kind,
       array[t.evtname::text] as path, pg_get_userbyid(t.evtowner)::text as owner, t.evtevent::text as event,
       t.evttags as tags, t.evtfoid::regproc::text as function,
       case t.evtenabled when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end as enabled
  from pg_event_trigger t
 where not exists (select from pg_depend e where e.classid = 'pg_event_trigger'::regclass and e.objid = t.oid and e.deptype = 'e')
