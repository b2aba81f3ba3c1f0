package dev.waymark.example.tracktion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:s3cret@db.example:5433/tracktion?sslmode=require",
                "postgres://ann:s3cret@db.example:5433/tracktion?sslmode=require",
                "jdbc:postgresql://db.example:5433/tracktion?user=ann&password=s3cret&sslmode=require",
            })
    void readsTheFormsOfLibpqAndJdbc(String url) throws SQLException {
        PGSimpleDataSource database = DatabaseUrl.dataSource(url);

        assertThat(database.getServerNames()).containsExactly("db.example");
        assertThat(database.getPortNumbers()).containsExactly(5433);
        assertThat(database.getDatabaseName()).isEqualTo("tracktion");
        assertThat(database.getUser()).isEqualTo("ann");
        assertThat(database.getPassword()).isEqualTo("s3cret");
        assertThat(database.getProperty("sslmode")).isEqualTo("require");
    }

    @Test
    void decodesUserAndPassword() {
        PGSimpleDataSource database = DatabaseUrl.dataSource("postgresql://a%40b:p%3Aq+r@localhost/tracktion");

        assertThat(database.getUser()).isEqualTo("a@b");
        assertThat(database.getPassword()).isEqualTo("p:q+r");
    }

    @Test
    void theServerOfThisMachineIsMeantWhereNoneIsNamed() {
        assertThat(DatabaseUrl.dataSource("postgresql:///tracktion").getServerNames())
                .containsExactly("localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tracktion",
                "mysql://ann:s3cret@localhost/tracktion",
                "jdbc:mysql://localhost/tracktion?password=s3cret",
                "postgresql://ann:s3cret@bad host/tracktion",
            })
    void refusesAnythingElseWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.dataSource(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DATABASE_URL is neither postgresql://user:password@host:5432/database"
                        + " nor jdbc:postgresql://host:5432/database?user=...&password=...")
                .hasNoCause();
    }
}
