package dev.waymark.example.tracktion.revisions;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import java.util.List;

/**
 * What belongs to a recording goes with it, and names are not empty.
 *
 * <p>When this revision was first written, it also created {@code idx_metadata_recording_id}, which has been there
 * since 001, and so it failed: {@code relation "idx_metadata_recording_id" already exists}. It must not create that
 * index, and on the way down must not drop it.
 */
@Revision(id = "009", revises = "008", message = "Add checks, cascades and indexes")
public final class R009AddChecksCascadesAndIndexes implements SqlMigration {

    private static final List<String> BELONGING_TO_A_RECORDING = List.of("metadata", "tracklists", "rename_proposals");

    @Override
    public void up(SqlContext sql) {
        sql.dsl()
                .createIndex("idx_tracklists_recording_id")
                .on("tracklists", "recording_id")
                .execute();
        sql.dsl()
                .createIndex("idx_rename_proposals_recording_id")
                .on("rename_proposals", "recording_id")
                .execute();
        addChecks(sql);
        onDeleteOfARecording("cascade", sql);
    }

    private static void addChecks(SqlContext sql) {
        sql.execute("""
                alter table recordings
                    add constraint ck_recordings_file_path_not_empty check (file_path <> ''),
                    add constraint ck_recordings_file_name_not_empty check (file_name <> '')
                """);
        sql.execute("alter table metadata add constraint ck_metadata_key_not_empty check (key <> '')");
    }

    private static void onDeleteOfARecording(String action, SqlContext sql) {
        for (String table : BELONGING_TO_A_RECORDING) {
            sql.execute("""
                    alter table %1$s
                        drop constraint %1$s_recording_id_fkey,
                        add constraint %1$s_recording_id_fkey
                            foreign key (recording_id) references recordings (id) on delete %2$s
                    """.formatted(table, action));
        }
    }

    @Override
    public void down(SqlContext sql) {
        onDeleteOfARecording("no action", sql);
        dropChecks(sql);
        sql.dsl().dropIndex("idx_rename_proposals_recording_id").execute();
        sql.dsl().dropIndex("idx_tracklists_recording_id").execute();
    }

    private static void dropChecks(SqlContext sql) {
        sql.execute("alter table metadata drop constraint ck_metadata_key_not_empty");
        sql.execute("""
                alter table recordings
                    drop constraint ck_recordings_file_name_not_empty,
                    drop constraint ck_recordings_file_path_not_empty
                """);
    }
}
