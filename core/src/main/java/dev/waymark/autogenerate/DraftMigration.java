package dev.waymark.autogenerate;

import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import dev.waymark.run.Registration;
import java.util.List;
import java.util.Optional;

/**
 * Does what the source of a draft will do.
 *
 * @param draft the draft
 */
record DraftMigration(Draft draft) implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        draft.up().forEach(statement -> sql.execute(statement.sql()));
    }

    @Override
    public void down(SqlContext sql) {
        draft.down().forEach(statement -> sql.execute(statement.sql()));
    }

    RevisionInfo info() {
        return new RevisionInfo(
                new RevisionId(draft.id()),
                draft.revises().stream().map(RevisionId::new).toList(),
                draft.message(),
                List.of(),
                List.of(),
                draft.transactional(),
                "");
    }

    Registration registration() {
        return new Registration(info(), Optional.empty(), SqlMigration.class.getName(), () -> this);
    }
}
