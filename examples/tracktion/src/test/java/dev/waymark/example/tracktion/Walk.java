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
import dev.waymark.postgres.RowMapper;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Stand-in until the engine is there. */
final class Walk {
    private final DataSource database;
    private final List<SqlMigration> all = List.of(
            new R001InitialSchema(),
            new R002AddFileAndProcessingFields(),
            new R003AddRenameProposals(),
            new R004AddAuditSyncAndVersions(),
            new R005AddAnalysisResults(),
            new R006AddJobs(),
            new R007AddAdminOperationHistory(),
            new R008AddSoftDeleteToRecordings(),
            new R009AddChecksCascadesAndIndexes());
    private int at;

    Walk(DataSource database) {
        this.database = database;
    }

    void upgrade(String target) throws Exception {
        while (at < number(target)) {
            try (Connection c = database.getConnection()) {
                c.setAutoCommit(false);
                SqlMigration m = all.get(at++);
                m.up(new Jdbc(c, m.getClass()));
                c.commit();
            }
        }
    }

    void downgrade(String target) throws Exception {
        while (at > number(target)) {
            try (Connection c = database.getConnection()) {
                c.setAutoCommit(false);
                SqlMigration m = all.get(--at);
                m.down(new Jdbc(c, m.getClass()));
                c.commit();
            }
        }
    }

    private static int number(String target) {
        return target.equals("base") ? 0 : Integer.parseInt(target);
    }

    private record Jdbc(Connection connection, Class<?> type) implements SqlContext {
        @Override
        public int execute(String sql, Object... binds) {
            try (java.sql.Statement s = connection.createStatement()) {
                s.execute(sql);
                return 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public <T> List<T> query(String sql, RowMapper<T> mapper, Object... binds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void script(String resource) {
            try (InputStream in = type.getResourceAsStream(resource)) {
                execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public DSLContext dsl() {
            try {
                return (DSLContext) DSL.class
                        .getMethod("using", Connection.class, SQLDialect.class)
                        .invoke(null, connection, SQLDialect.POSTGRES);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
