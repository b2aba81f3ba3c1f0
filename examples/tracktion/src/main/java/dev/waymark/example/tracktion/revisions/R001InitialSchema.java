package dev.waymark.example.tracktion.revisions;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** Recordings, what is known of them, and the tracklists that go with them. */
@Revision(id = "001", message = "Initial schema")
public final class R001InitialSchema implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.execute("create extension if not exists \"uuid-ossp\" with schema public");
        createRecordings(sql);
        createMetadata(sql);
        createTracklists(sql);
    }

    private static void createRecordings(SqlContext sql) {
        sql.execute("""
                create table recordings (
                    id          uuid primary key default public.uuid_generate_v4(),
                    file_path   text not null,
                    file_name   text not null,
                    sha256_hash varchar(64) unique,
                    xxh128_hash varchar(32) unique,
                    created_at  timestamptz not null default current_timestamp
                )
                """);
    }

    private static void createMetadata(SqlContext sql) {
        sql.execute("""
                create table metadata (
                    id           uuid primary key default public.uuid_generate_v4(),
                    recording_id uuid not null references recordings (id),
                    key          varchar(255) not null,
                    value        text not null
                );
                create index idx_metadata_recording_id on metadata (recording_id);
                create index idx_metadata_key on metadata (key)
                """);
    }

    private static void createTracklists(SqlContext sql) {
        sql.execute("""
                create table tracklists (
                    id            uuid primary key default public.uuid_generate_v4(),
                    recording_id  uuid not null unique references recordings (id),
                    source        varchar(255) not null,
                    tracks        jsonb,
                    cue_file_path text
                )
                """);
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("drop table tracklists, metadata, recordings");
        sql.execute("drop extension \"uuid-ossp\"");
    }
}
