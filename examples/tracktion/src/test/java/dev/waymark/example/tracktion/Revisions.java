package dev.waymark.example.tracktion;

import dev.waymark.example.tracktion.revisions.R001InitialSchema;
import dev.waymark.example.tracktion.revisions.R002AddFileAndProcessingFields;
import dev.waymark.example.tracktion.revisions.R003AddRenameProposals;
import dev.waymark.example.tracktion.revisions.R004AddAuditSyncAndVersions;
import dev.waymark.example.tracktion.revisions.R005AddAnalysisResults;
import dev.waymark.example.tracktion.revisions.R006AddJobs;
import dev.waymark.example.tracktion.revisions.R007AddAdminOperationHistory;
import dev.waymark.example.tracktion.revisions.R008AddSoftDeleteToRecordings;
import dev.waymark.example.tracktion.revisions.R009AddChecksCascadesAndIndexes;
import dev.waymark.postgres.SqlMigration;

/** Tracktion's revisions, to be registered together with those of the guide. */
final class Revisions {

    private Revisions() {}

    static SqlMigration[] all() {
        return new SqlMigration[] {
            new R001InitialSchema(),
            new R002AddFileAndProcessingFields(),
            new R003AddRenameProposals(),
            new R004AddAuditSyncAndVersions(),
            new R005AddAnalysisResults(),
            new R006AddJobs(),
            new R007AddAdminOperationHistory(),
            new R008AddSoftDeleteToRecordings(),
            new R009AddChecksCascadesAndIndexes()
        };
    }
}
