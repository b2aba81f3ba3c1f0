do $waymark$
declare
    statement text;
begin
    for statement in
        select format(s, subname)
          from pg_catalog.pg_subscription,
               unnest(array['alter subscription %I disable',
                            'alter subscription %I set (slot_name = none)',
                            'drop subscription %I']) with ordinality as u (s, n)
         where subdbid = (select oid from pg_catalog.pg_database where datname = current_database())
         order by subname, n
    loop
        execute statement;
    end loop;
end
$waymark$
