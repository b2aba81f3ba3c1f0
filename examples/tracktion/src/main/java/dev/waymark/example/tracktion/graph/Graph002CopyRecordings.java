package dev.waymark.example.tracktion.graph;

import dev.waymark.Revision;
import dev.waymark.neo4j.CypherContext;
import dev.waymark.neo4j.CypherLanguage;
import dev.waymark.neo4j.CypherMigration;
import java.sql.SQLException;
import java.util.Map;

/**
 * Recordings, what is known of them, and their tracklists, as PostgreSQL has them.
 *
 * @param rows where they come from
 */
@Revision(
        id = "graph_002",
        revises = "graph_001",
        dependsOn = "008",
        message = "Copy recordings, metadata and tracklists")
public record Graph002CopyRecordings(PostgresRows rows) implements CypherMigration {

    @Override
    public CypherLanguage language() {
        return CypherLanguage.CYPHER_5;
    }

    @Override
    public void up(CypherContext cypher) throws SQLException {
        copyRecordings(cypher);
        copyMetadata(cypher);
        copyTracklists(cypher);
    }

    private void copyRecordings(CypherContext cypher) throws SQLException {
        cypher.inTransactions("""
                UNWIND $rows AS row
                CALL (row) {
                    MERGE (r:Recording {uuid: row.uuid})
                    SET r += row
                } IN TRANSACTIONS OF 1000 ROWS
                """, Map.of("rows", rows.read("""
                        select id::text as uuid, file_path, file_name, sha256_hash
                        from recordings where deleted_at is null
                        """)));
    }

    private void copyMetadata(CypherContext cypher) throws SQLException {
        cypher.inTransactions("""
                UNWIND $rows AS row
                CALL (row) {
                    MATCH (r:Recording {uuid: row.recording})
                    MERGE (r)-[:HAS_METADATA]->(m:Metadata {id: row.id})
                    SET m.key = row.key, m.value = row.value
                } IN TRANSACTIONS OF 1000 ROWS
                """, Map.of("rows", rows.read("""
                        select id::text as id, recording_id::text as recording, key, value from metadata
                        """)));
    }

    private void copyTracklists(CypherContext cypher) throws SQLException {
        cypher.inTransactions("""
                UNWIND $rows AS row
                CALL (row) {
                    MATCH (r:Recording {uuid: row.recording})
                    MERGE (r)-[:HAS_TRACKLIST]->(t:Tracklist {id: row.id})
                    SET t.source = row.source, t.tracks = row.tracks
                } IN TRANSACTIONS OF 1000 ROWS
                """, Map.of("rows", rows.read("""
                        select id::text as id, recording_id::text as recording, source, tracks::text as tracks
                        from tracklists
                        """)));
    }

    @Override
    public void down(CypherContext cypher) {
        delete(cypher, "MATCH (t:Tracklist) CALL (t) { DETACH DELETE t } IN TRANSACTIONS OF 1000 ROWS");
        delete(cypher, "MATCH (m:Metadata) CALL (m) { DETACH DELETE m } IN TRANSACTIONS OF 1000 ROWS");
        delete(cypher, "MATCH (r:Recording) CALL (r) { DETACH DELETE r } IN TRANSACTIONS OF 1000 ROWS");
    }

    private static void delete(CypherContext cypher, String statement) {
        cypher.inTransactions(statement, Map.of());
    }
}
