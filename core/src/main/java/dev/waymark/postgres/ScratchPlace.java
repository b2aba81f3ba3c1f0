package dev.waymark.postgres;

import dev.waymark.error.ScratchException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How empty databases are had, and what becomes of them. */
interface ScratchPlace {

    ScratchDatabase open();

    /** Databases that are made and dropped. */
    static ScratchPlace onServer(String url) {
        return new Server(url, PostgresUrl.parse(url));
    }

    /** A database that is emptied. */
    static ScratchPlace in(String url) {
        String description = PostgresUrl.parse(url).description();
        return () -> given(
                PostgresDatabase.of(PostgresUrl.dataSource(url), description),
                PostgresDatabase.of(PostgresUrl.forTexts(url), description));
    }

    /** Databases that somebody gives. */
    static ScratchPlace of(Supplier<DataSource> databases) {
        return () -> {
            PostgresDatabase database = PostgresDatabase.of(databases.get(), "the given scratch database");
            return given(database, database);
        };
    }

    private static ScratchDatabase given(PostgresDatabase database, PostgresDatabase texts) {
        new ScratchContents(database).requireNone();
        return new ScratchDatabase(database, texts, () -> new ScratchContents(texts).remove());
    }

    /**
     * A server.
     *
     * @param url a database of it
     * @param parsed the same
     */
    record Server(String url, PostgresUrl parsed) implements ScratchPlace {

        private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");

        @Override
        public ScratchDatabase open() {
            String name = "waymark_scratch_" + UUID.randomUUID().toString().replace("-", "");
            String description = parsed.descriptionOf(name);
            create(name);
            PGSimpleDataSource plain = PostgresUrl.dataSource(url);
            plain.setDatabaseName(name);
            PGSimpleDataSource texts = PostgresUrl.forTexts(url);
            texts.setDatabaseName(name);
            PostgresDatabase database = PostgresDatabase.of(plain, description);
            return new ScratchDatabase(database, PostgresDatabase.of(texts, description), () -> drop(name, database));
        }

        private void create(String name) {
            try (Lent lent = server().connect()) {
                Sql.execute(lent.connection(), "create database " + name + " template template0");
            } catch (SQLException e) {
                throw SqlErrors.isInsufficientPrivilege(e)
                        ? ScratchException.mayNotCreate(parsed.description(), e)
                        : ScratchException.notCreated(parsed.description(), e);
            }
        }

        /** Throws nothing: whatever came before is more important. */
        private void drop(String name, PostgresDatabase database) {
            try {
                dropAtOnce(name);
            } catch (SQLException e) {
                dropWithSubscriptions(name, database);
            }
        }

        private void dropWithSubscriptions(String name, PostgresDatabase database) {
            try {
                new ScratchContents(database).removeSubscriptions();
                dropAtOnce(name);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("Scratch database {} could not be dropped; drop it by hand", name, e);
            }
        }

        private void dropAtOnce(String name) throws SQLException {
            try (Lent lent = server().connect()) {
                Sql.execute(lent.connection(), "drop database if exists " + name + " with (force)");
            }
        }

        private PostgresDatabase server() {
            return PostgresDatabase.of(parsed.dataSource(), parsed.description());
        }

        @Override
        public String toString() {
            return parsed.description();
        }
    }
}
