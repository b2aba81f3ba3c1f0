package dev.waymark.postgres;

import dev.waymark.session.Observer;
import dev.waymark.session.StatementReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection beside that of the run, opened when it is first needed. It may be that none is to be had, from a pool of
 * one or a server that is full: that is said once, and tried again after a while. It is of one thread, but for
 * {@link #abort()}.
 */
final class SecondConnection implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final DataSource dataSource;
    private final String description;
    private final Supplier<WatchedBackend> backend;
    private volatile @Nullable Connection connection;
    private boolean autoCommitBefore = true;
    private @Nullable Long failedAt;

    /**
     * Makes one. This costs nothing.
     *
     * @param dataSource where to get the connection
     * @param description how messages call the database
     * @param backend the process to look at; called by the thread that looks, so it must not ask the server
     */
    SecondConnection(DataSource dataSource, String description, Supplier<WatchedBackend> backend) {
        this.dataSource = dataSource;
        this.description = description;
        this.backend = backend;
    }

    @Override
    public Optional<StatementReport> look() {
        Long failed = failedAt;
        if (failed != null && System.nanoTime() - failed < PAUSE) {
            return Optional.empty();
        }
        try {
            return BackendReport.read(opened(), backend.get());
        } catch (SQLException | RuntimeException e) {
            sayOnce(e);
            failedAt = System.nanoTime();
            close();
            return Optional.empty();
        }
    }

    private Connection opened() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
            autoCommitBefore = open.getAutoCommit();
            open.setAutoCommit(true);
        }
        return open;
    }

    private void sayOnce(Exception failure) {
        if (failedAt == null && !Thread.currentThread().isInterrupted()) {
            LOG.info(
                    "Statements that run long can't be watched: there is no second connection to {}: {}",
                    description,
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
        }
        LOG.debug("No second connection", failure);
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try (open) {
            if (!autoCommitBefore && !open.isClosed()) {
                open.setAutoCommit(false);
            }
        } catch (SQLException e) {
            LOG.debug("The second connection could not be given back as it was", e);
        }
    }

    @Override
    public void abort() {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            open.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The second connection could not be aborted", e);
        }
    }
}
