package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.SqlSteps.Albums;
import dev.waymark.SqlSteps.Artists;
import dev.waymark.SqlSteps.Tracks;
import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.IrreversibleRevisionException;
import dev.waymark.error.NoSuchTargetException;
import dev.waymark.migration.Irreversible;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;
import dev.waymark.postgres.TestDatabase;
import org.junit.jupiter.api.Test;

/** Revisions and targets that can't be used are refused before anything runs. */
class RevisionRefusalsIT {

    private final TestDatabase database = TestDatabase.create();
    private final Migrator migrator = Migrators.on(database, new Artists(), new Albums(), new Tracks());

    @Test
    void withoutAnyRevision() {
        assertThatThrownBy(() -> Migrators.on(database))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                        The migrations can't be used:
                          No revisions were registered: the list is empty
                        The database was not touched.
                        To fix this: correct the named migrations and build again.""");
    }

    @Test
    void withAnIdThatATargetCouldNotName() {
        assertThatThrownBy(() -> Migrators.on(database, new AtSign()))
                .isInstanceOf(InvalidMigrationsException.class)
                .hasMessage("""
                        The migrations can't be used:
                          dev.waymark.RevisionRefusalsIT$AtSign: Illegal revision id 'a@b': use 1 to 100 of A-Z, a-z, 0-9, '_' and '.', since '@', '-', '+' and ':' have a meaning in targets
                        The database was not touched.
                        To fix this: correct the named migrations and build again.""");
    }

    @Test
    void anUnknownTarget() {
        assertThatThrownBy(() -> migrator.upgrade("nope")).isInstanceOf(NoSuchTargetException.class);
        assertThat(database.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }

    @Test
    void aWayDownThatItsAuthorRulesOut() {
        Migrator oneWay = Migrators.on(database, new Artists(), new OneWay(), new AfterOneWay());
        oneWay.upgrade();

        assertThatThrownBy(() -> oneWay.downgrade("001"))
                .isInstanceOf(IrreversibleRevisionException.class)
                .hasMessage("""
                        Revision '002' can't be undone: the old names are gone
                        Nothing was run; the database is as it was.
                        To fix this: stay above that revision, or restore a backup taken before it.""");
        assertThat(database.applied()).containsExactly("001", "002", "003 (head)");
    }

    @Revision(id = "a@b")
    static final class AtSign implements SqlMigration {

        @Override
        public void up(SqlContext sql) {}

        @Override
        public void down(SqlContext sql) {}
    }

    @Revision(id = "002", revises = "001")
    static final class OneWay implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("alter table artists rename to people");
        }

        @Override
        public void down(SqlContext sql) {
            throw Irreversible.because("the old names are gone");
        }
    }

    @Revision(id = "003", revises = "002")
    static final class AfterOneWay implements SqlMigration {

        @Override
        public void up(SqlContext sql) {
            sql.execute("create table after_one_way ()");
        }

        @Override
        public void down(SqlContext sql) {
            sql.execute("drop table after_one_way");
        }
    }
}
