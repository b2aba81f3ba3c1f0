package dev.waymark.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresUrlTest {

    @Test
    void readsTheFormOfLibpq() {
        PGSimpleDataSource dataSource = dataSource("postgresql://ana:s%40cret@db.example:5433/tracktion");

        assertThat(dataSource.getUser()).isEqualTo("ana");
        assertThat(dataSource.getPassword()).isEqualTo("s@cret");
        assertThat(dataSource.getServerNames()).containsExactly("db.example");
        assertThat(dataSource.getPortNumbers()).containsExactly(5433);
        assertThat(dataSource.getDatabaseName()).isEqualTo("tracktion");
    }

    @Test
    void keepsAPlusInAPassword() {
        assertThat(dataSource("postgres://ana:a+b@localhost/x").getPassword()).isEqualTo("a+b");
    }

    @Test
    void readsSeveralHosts() {
        PGSimpleDataSource dataSource =
                dataSource("postgresql://one:5432,two:5433/x?target_session_attrs=read-write&sslmode=require");

        assertThat(dataSource.getServerNames()).containsExactly("one", "two");
        assertThat(dataSource.getPortNumbers()).containsExactly(5432, 5433);
        assertThat(dataSource.getTargetServerType()).hasToString("primary");
        assertThat(dataSource.getSslMode()).isEqualTo("require");
    }

    @Test
    void readsTheFormOfJdbc() {
        PGSimpleDataSource dataSource =
                dataSource("jdbc:postgresql://db.example:5433/tracktion?user=ana&password=secret");

        assertThat(dataSource.getUser()).isEqualTo("ana");
        assertThat(dataSource.getServerNames()).containsExactly("db.example");
    }

    @Test
    void describesTheDatabaseWithoutASecret() {
        assertThat(PostgresDatabase.of("postgresql://ana:secret@db.example:5433/tracktion"))
                .hasToString("database 'tracktion' on db.example:5433");
        assertThat(PostgresDatabase.of("jdbc:postgresql://db.example/tracktion?user=ana&password=secret"))
                .hasToString("database 'tracktion' on db.example");
    }

    @Test
    void namesAParameterThatTheDriverDoesNotHave() {
        assertThatThrownBy(() -> PostgresUrl.parse("postgresql://ana:secret@localhost/x?passfile=y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The database URL has a parameter 'passfile' that has no counterpart in the JDBC driver; use a jdbc: URL for it");
    }

    @Test
    void neverRepeatsAUrlThatItCannotRead() {
        assertThatThrownBy(() -> PostgresUrl.parse("postgresql://ana:secret@localhost:port/x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> PostgresUrl.parse("ana:secret@localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:hunter2@localhost:1/db",
                "postgresql://me:hun@ter2@localhost/db",
                "postgresql://me:hun/ter2@localhost/db",
            })
    void refusesAUrlWhosePasswordWouldEndUpInTheHost(String url) {
        assertThatThrownBy(() -> PostgresUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("ter2");
    }

    private static PGSimpleDataSource dataSource(String url) {
        return (PGSimpleDataSource) PostgresUrl.parse(url).dataSource();
    }
}
