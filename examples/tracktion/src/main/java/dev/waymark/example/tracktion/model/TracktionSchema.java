package dev.waymark.example.tracktion.model;

import static org.jooq.impl.DSL.name;

import java.util.List;
import org.jooq.Table;
import org.jooq.impl.SchemaImpl;

/** All tables of Tracktion. */
public final class TracktionSchema extends SchemaImpl {

    public static final TracktionSchema PUBLIC = new TracktionSchema();

    private TracktionSchema() {
        super(name("public"));
    }

    @Override
    public List<Table<?>> getTables() {
        return List.of(
                AdminOperationHistory.ADMIN_OPERATION_HISTORY,
                AnalysisResults.ANALYSIS_RESULTS,
                AuditLogs.AUDIT_LOGS,
                Jobs.JOBS,
                Metadata.METADATA,
                Recordings.RECORDINGS,
                RenameProposals.RENAME_PROPOSALS,
                SyncConfigurations.SYNC_CONFIGURATIONS,
                SyncEvents.SYNC_EVENTS,
                TracklistVersions.TRACKLIST_VERSIONS,
                Tracklists.TRACKLISTS);
    }
}
