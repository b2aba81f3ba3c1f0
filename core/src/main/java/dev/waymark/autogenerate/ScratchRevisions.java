package dev.waymark.autogenerate;

import dev.waymark.graph.RevisionGraph;
import dev.waymark.postgres.PostgresDatabase;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.Registration;
import dev.waymark.run.RevisionSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The code's revisions for a scratch database. Those that are for other databases are there too, since the graph would
 * not hold without them, but do nothing.
 *
 * @param registrations the revisions
 */
record ScratchRevisions(List<Registration> registrations) implements RevisionSource {

    static ScratchRevisions of(List<Registration> all, PostgresDatabase live) {
        return new ScratchRevisions(
                all.stream().map(one -> adapted(one, isFor(one, live))).toList());
    }

    /** Whether a revision is for a database. */
    static boolean isFor(Registration one, PostgresDatabase live) {
        String named = one.info().database();
        return one.kind().equals(SqlMigration.class.getName()) && (named.isEmpty() || named.equals(live.name()));
    }

    /** A scratch database has no name. */
    private static Registration adapted(Registration one, boolean forIt) {
        RevisionInfo info = one.info();
        RevisionInfo unnamed = new RevisionInfo(
                info.id(), info.revises(), info.message(), info.labels(), info.dependsOn(), info.transactional(), "");
        return forIt
                ? new Registration(unnamed, one.checksum(), one.kind(), one.migration())
                : new Registration(unnamed, Optional.empty(), SqlMigration.class.getName(), Nothing::new);
    }

    @Override
    public Map<RevisionId, String> headDigests() {
        RevisionGraph graph =
                RevisionGraph.of(registrations.stream().map(Registration::info).toList());
        Map<RevisionId, String> checksums = new HashMap<>();
        registrations.forEach(
                one -> one.checksum().ifPresent(sum -> checksums.put(one.info().id(), sum)));
        Map<RevisionId, String> heads = new HashMap<>(graph.digests(checksums));
        heads.keySet().retainAll(graph.effectiveHeads());
        return heads;
    }

    /** A revision of another database. */
    private static final class Nothing implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            // what it does is done to another database
        }

        @Override
        public void down(SqlContext sql) {
            // what it does is done to another database
        }
    }
}
