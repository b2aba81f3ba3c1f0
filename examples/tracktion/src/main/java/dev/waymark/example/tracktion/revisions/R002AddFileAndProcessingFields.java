package dev.waymark.example.tracktion.revisions;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** How large a recording's file is, and how far its processing has come. */
@Revision(id = "002", revises = "001", message = "Add file and processing fields to recordings")
public final class R002AddFileAndProcessingFields implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.dsl()
                .alterTable("recordings")
                .add(
                        field(name("file_hash"), VARCHAR(64)),
                        field(name("file_size"), INTEGER),
                        field(name("processing_status"), VARCHAR(50).defaultValue("pending")),
                        field(name("processing_error"), CLOB),
                        field(name("updated_at"), TIMESTAMPWITHTIMEZONE))
                .execute();
    }

    @Override
    public void down(SqlContext sql) {
        sql.dsl()
                .alterTable("recordings")
                .dropColumns("file_hash", "file_size", "processing_status", "processing_error", "updated_at")
                .execute();
    }
}
