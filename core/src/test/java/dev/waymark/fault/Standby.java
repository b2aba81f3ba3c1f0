package dev.waymark.fault;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** Makes a standby of a server, which streams from it. */
final class Standby {

    /** Of the server itself, not of its data. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private static final String NAME = "standby";

    private Standby() {}

    static OwnServer of(OwnServer primary, Path data) throws IOException, SQLException {
        try (Connection connection = primary.database("postgres").dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('base', true)");
            copy(primary.data(), data);
            try (ResultSet row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                row.next();
                Files.writeString(data.resolve("backup_label"), row.getString(1));
            }
        }
        Files.createFile(data.resolve("standby.signal"));
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=%d user=postgres application_name=%s'\n"
                        .formatted(primary.port(), NAME),
                StandardOpenOption.APPEND);
        OwnServer standby = OwnServer.start(data);
        awaitStreaming(primary, "async");
        return standby;
    }

    /** From now on no commit is told before the standby has it. */
    static void makeSynchronous(OwnServer primary) {
        primary.execute("alter system set synchronous_standby_names = '" + NAME + "'");
        primary.execute("select pg_reload_conf()");
        awaitStreaming(primary, "sync");
    }

    private static void awaitStreaming(OwnServer primary, String how) {
        Await.until("the standby streams, " + how, () -> primary.query(
                        "select state || ' ' || sync_state from pg_stat_replication")
                .contains("streaming " + how));
    }

    /** What has been written ahead comes by streaming. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectory(
                        to.resolve(from.relativize(directory)),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean log = from.resolve("pg_wal").equals(file.getParent());
                if (!log && !NOT_COPIED.contains(String.valueOf(file.getFileName()))) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
