package dev.waymark.postgres;

import dev.waymark.session.StatementEvents;
import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockResult;
import org.jspecify.annotations.Nullable;

/** jOOQ for migrations. In a class of its own, so that jOOQ is loaded only by those who ask for it. */
final class JooqContexts {

    private JooqContexts() {}

    /** jOOQ on a connection; what it runs is recorded and told. */
    static DSLContext live(Connection connection, Recording recording, StatementEvents events) {
        return DSL.using(new DefaultConfiguration()
                .set(connection)
                .set(SQLDialect.POSTGRES)
                .set(new Recorder(recording), new Teller(events)));
    }

    /** jOOQ on nothing: statements are recorded and change no row, queries end the rehearsal. */
    static DSLContext recording(Recording recording) {
        return DSL.using(new DefaultConfiguration()
                .set(new MockConnection(context -> new MockResult[] {new MockResult(0)}))
                .set(SQLDialect.POSTGRES)
                .set(new Recorder(recording), new RefuseQueries()));
    }

    /** Records each statement with its values put in. */
    private record Recorder(Recording recording) implements ExecuteListener {

        @Override
        public void executeStart(ExecuteContext context) {
            @Nullable Query query = context.query();
            @Nullable Query[] batch = context.batchQueries();
            if (query != null && !(query instanceof ResultQuery)) {
                recording.add(rendered(query));
            } else if (query == null && batch != null) {
                for (Query each : batch) {
                    recording.add(rendered(each));
                }
            }
        }

        private static String rendered(Query query) {
            return DSL.using(SQLDialect.POSTGRES).renderInlined(query);
        }
    }

    /** Tells of each statement that changes something. */
    private record Teller(StatementEvents events) implements ExecuteListener {

        @Override
        public void executeStart(ExecuteContext context) {
            @Nullable String sql = context.sql();
            if (!(context.query() instanceof ResultQuery) && sql != null) {
                events.begins(sql);
            }
        }

        @Override
        public void executeEnd(ExecuteContext context) {
            if (!(context.query() instanceof ResultQuery) && context.sql() != null) {
                events.ended(context.rows());
            }
        }
    }

    private record RefuseQueries() implements ExecuteListener {

        @Override
        public void executeStart(ExecuteContext context) {
            if (context.query() instanceof ResultQuery) {
                throw new RecordingSqlContext.NotRecordableException("it depends on data");
            }
        }
    }
}
