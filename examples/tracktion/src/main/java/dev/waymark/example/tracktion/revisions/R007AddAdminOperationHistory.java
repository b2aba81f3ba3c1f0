package dev.waymark.example.tracktion.revisions;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** What administrators have done, to what, and how it ended. */
@Revision(id = "007", revises = "006", message = "Add admin operation history")
public final class R007AddAdminOperationHistory implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        createAdminOperationHistory(sql);
        createIndexes(sql);
    }

    private static void createAdminOperationHistory(SqlContext sql) {
        sql.execute("""
                create table admin_operation_history (
                    id                 uuid primary key default public.uuid_generate_v4(),
                    operation_id       varchar(100) not null unique,
                    operation_type     varchar(50) not null,
                    "timestamp"        timestamptz not null,
                    admin_user         varchar(100) not null,
                    details            jsonb,
                    success            boolean not null default true,
                    error_message      text,
                    affected_resources jsonb,
                    metadata           jsonb,
                    created_at         timestamptz not null default current_timestamp
                )
                """);
    }

    private static void createIndexes(SqlContext sql) {
        sql.execute("""
                create index ix_admin_operation_history_admin_user on admin_operation_history (admin_user);
                create index ix_admin_operation_history_operation_id on admin_operation_history (operation_id);
                create index ix_admin_operation_history_operation_type on admin_operation_history (operation_type);
                create index ix_admin_operation_history_timestamp on admin_operation_history ("timestamp");
                create index ix_admin_operation_history_timestamp_type
                    on admin_operation_history ("timestamp", operation_type);
                create index ix_admin_operation_history_user_type
                    on admin_operation_history (admin_user, operation_type)
                """);
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("drop table admin_operation_history");
    }
}
