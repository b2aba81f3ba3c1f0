package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.error.InsufficientPrivilegeException;
import dev.waymark.error.ReadOnlyDatabaseException;
import dev.waymark.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** A user who may not do what a run needs is told what to grant; nothing is touched. */
class PermissionRefusalsIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

    @Test
    void noPrivilegeToCreateTheHistory() {
        database.execute("drop role if exists visitor; create role visitor login;"
                + " revoke create on schema public from public");
        Migrator visiting = Migrator.postgres(database.dataSource("visitor"))
                .revisions(new Artists())
                .build();

        assertThatThrownBy(visiting::upgrade)
                .isInstanceOf(InsufficientPrivilegeException.class)
                .hasMessage("""
                        No privilege to create the history tables in schema "public": ERROR: permission denied for schema public
                        The database was not touched.
                        To fix this: grant the user CREATE on that schema, or keep the history in a schema of its own (Settings.withHistory).""");
        assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }

    @Test
    void noPrivilegeToReadTheHistory() {
        migrator.upgrade("001");
        database.execute("drop role if exists reader; create role reader login");
        Migrator reading = Migrator.postgres(database.dataSource("reader"))
                .revisions(new Artists())
                .build();

        assertThatThrownBy(reading::upgrade)
                .isInstanceOf(InsufficientPrivilegeException.class)
                .hasMessage("""
                        No privilege to read the history: ERROR: permission denied for table waymark_head
                        The database was not touched.
                        To fix this: grant the user SELECT, INSERT, UPDATE and DELETE on the history tables.""");
    }

    @Test
    void aServerThatAcceptsNoWrites() {
        database.execute("alter database %s set default_transaction_read_only = on".formatted(database.name()));

        assertThatThrownBy(migrator::upgrade)
                .isInstanceOf(ReadOnlyDatabaseException.class)
                .hasMessage("""
                        the database of the given DataSource accepts no writes: it is a standby in recovery, or default_transaction_read_only is on.
                        The database was not touched.
                        To fix this: connect to the primary (targetServerType=primary), or allow the user to write.""");
        assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }
}
