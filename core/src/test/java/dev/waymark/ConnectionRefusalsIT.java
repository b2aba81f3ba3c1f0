package dev.waymark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.error.AuthenticationFailedException;
import dev.waymark.error.DatabaseUnreachableException;
import dev.waymark.postgres.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each way in which a connection can fail has a message of its own. */
class ConnectionRefusalsIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void toNowhere() {
        Migrator nowhere = Migrator.postgres("postgresql://someone:secret@localhost:1/nowhere")
                .revisions(new Artists())
                .build();

        assertThatThrownBy(nowhere::upgrade)
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessage("""
                        Can't connect to database 'nowhere' on localhost:1: Connection to localhost:1 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.
                        The database was not touched.
                        To fix this: check that the server runs and accepts connections at that address, and that the network lets them through.""");
    }

    @Test
    void withAWrongPassword() throws Exception {
        askForPasswordsOf("guarded");
        Migrator guarded = Migrator.postgres(
                        "postgresql://guarded:wrong@localhost:%d/%s".formatted(database.port(), database.name()))
                .revisions(new Artists())
                .build();

        assertThatThrownBy(guarded::upgrade)
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessage("""
                        Not let into database '%s' on localhost:%d: FATAL: password authentication failed for user "guarded"
                        The database was not touched.
                        To fix this: check the user, the password, the name of the database, and the server's pg_hba.conf.""".formatted(database.name(), database.port()));
    }

    @Test
    void toADatabaseThatDoesNotExist() {
        Migrator missing = Migrator.postgres(
                        "postgresql://postgres@localhost:%d/no_such_database".formatted(database.port()))
                .revisions(new Artists())
                .build();

        assertThatThrownBy(missing::upgrade)
                .isInstanceOf(AuthenticationFailedException.class)
                .hasMessage("""
                        Not let into database 'no_such_database' on localhost:%d: FATAL: database "no_such_database" does not exist
                        The database was not touched.
                        To fix this: check the user, the password, the name of the database, and the server's pg_hba.conf.""".formatted(database.port()));
    }

    @Test
    void throughAPoolThatConnectsWhenItIsFirstAsked() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:1/nowhere");
            pool.setInitializationFailTimeout(1);
            Migrator nowhere = Migrator.postgres(pool).revisions(new Artists()).build();

            assertThatThrownBy(nowhere::upgrade).isInstanceOf(DatabaseUnreachableException.class);
        }
    }

    @Test
    void withAUrlThatIsNone() {
        assertThatThrownBy(() -> Migrator.postgres("mysql://someone:secret@localhost/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The database URL is neither jdbc:postgresql://host:5432/database nor postgresql://user:password@host:5432/database (with @, : and / in a password percent-encoded)");
    }

    private void askForPasswordsOf(String user) throws Exception {
        database.execute("drop role if exists " + user + "; create role " + user + " login password 'right'");
        Path rules = Path.of(database.query("show hba_file").get(0));
        String before = Files.readString(rules);
        if (!before.contains(user)) {
            Files.writeString(rules, "host all %s all scram-sha-256%n".formatted(user) + before);
            database.execute("select pg_reload_conf()");
            Thread.sleep(500);
        }
    }
}
