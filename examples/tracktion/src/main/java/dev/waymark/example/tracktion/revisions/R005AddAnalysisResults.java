package dev.waymark.example.tracktion.revisions;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** What listening to a recording has found out: tempo, key, mood. */
@Revision(id = "005", revises = "004", message = "Add analysis results")
public final class R005AddAnalysisResults implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        createAnalysisResults(sql);
        createIndexes(sql);
    }

    private static void createAnalysisResults(SqlContext sql) {
        sql.execute("""
                create table analysis_results (
                    id                 uuid primary key default public.uuid_generate_v4(),
                    recording_id       uuid not null,
                    analysis_type      varchar(50) not null,
                    result_data        jsonb,
                    confidence_score   numeric(5, 4),
                    status             varchar(20) not null default 'pending',
                    error_message      text,
                    processing_time_ms integer,
                    created_at         timestamptz not null default current_timestamp,
                    updated_at         timestamptz,
                    constraint fk_analysis_results_recording_id_recordings
                        foreign key (recording_id) references recordings (id) on delete cascade
                )
                """);
    }

    private static void createIndexes(SqlContext sql) {
        sql.execute("""
                create index ix_analysis_results_analysis_type on analysis_results (analysis_type);
                create index ix_analysis_results_created_at on analysis_results (created_at);
                create index ix_analysis_results_recording_id on analysis_results (recording_id);
                create index ix_analysis_results_status on analysis_results (status);
                create index ix_analysis_results_recording_type_status
                    on analysis_results (recording_id, analysis_type, status)
                """);
    }

    @Override
    public void down(SqlContext sql) {
        sql.execute("drop table analysis_results");
    }
}
