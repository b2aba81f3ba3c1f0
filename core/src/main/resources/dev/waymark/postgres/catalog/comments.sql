select d.classoid as classid, d.objoid as objid, d.objsubid as subid, d.description as comment
  from pg_description d
 where (d.objoid >= 16384 or d.classoid = 'pg_namespace'::regclass)
   and not (d.classoid = 'pg_namespace'::regclass and d.description = 'standard public schema')
