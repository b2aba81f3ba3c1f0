create table audit_logs (
    id             uuid primary key,
    entity_type    varchar(50) not null,
    entity_id      uuid not null,
    action         varchar(50) not null,
    "timestamp"    timestamp not null,
    actor          varchar(255) not null,
    changes        jsonb not null,
    audit_metadata jsonb
);

create index ix_audit_logs_entity_id on audit_logs (entity_id);
create index ix_audit_logs_entity_type on audit_logs (entity_type);
create index ix_audit_logs_timestamp on audit_logs ("timestamp");

create table tracklist_versions (
    id               uuid primary key,
    tracklist_id     uuid not null references tracklists (id),
    version_number   integer not null,
    created_at       timestamp not null,
    created_by       varchar(255),
    change_type      varchar(50) not null,
    change_summary   text not null,
    tracks_snapshot  jsonb not null,
    version_metadata jsonb,
    is_current       boolean not null
);

create index ix_tracklist_versions_created_at on tracklist_versions (created_at);
create index ix_tracklist_versions_is_current on tracklist_versions (is_current);
create index ix_tracklist_versions_tracklist_id on tracklist_versions (tracklist_id);

-- One configuration for each tracklist.
create table sync_configurations (
    id                    uuid primary key,
    tracklist_id          uuid not null unique references tracklists (id),
    sync_enabled          boolean not null,
    sync_sources          jsonb,
    sync_frequency        varchar(20),
    auto_accept_threshold double precision not null,
    conflict_resolution   varchar(20) not null,
    last_sync_at          timestamp,
    next_sync_at          timestamp
);

create table sync_events (
    id            uuid primary key,
    tracklist_id  uuid not null references tracklists (id),
    event_type    varchar(20) not null,
    source        varchar(50) not null,
    status        varchar(20) not null,
    created_at    timestamp not null,
    completed_at  timestamp,
    changes       jsonb,
    conflict_data jsonb,
    resolution    jsonb
);

create index ix_sync_events_created_at on sync_events (created_at);
create index ix_sync_events_status on sync_events (status);
create index ix_sync_events_tracklist_id on sync_events (tracklist_id);
