package dev.waymark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Writes what Alembic reads, with a transaction for each migration, and finds a Python that can run it. */
final class AlembicFiles {

    static final String RUN = "run.py";

    private static final String ENVIRONMENT = """
            from alembic import context
            from sqlalchemy import create_engine, pool

            engine = create_engine(context.config.get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
            with engine.connect() as connection:
                context.configure(connection=connection, target_metadata=None, transaction_per_migration=True)
                with context.begin_transaction():
                    context.run_migrations()
            """;

    /** Keeps to the same rules as {@link FaultTrial}: waits to be let go, and doesn't outlive who started it. */
    private static final String RUNNER = """
            import os, sys, threading
            import psycopg2
            from alembic import command
            from alembic.config import Config

            def leave_with_parent():
                while os.read(0, 1):
                    pass
                os._exit(3)

            print("ready", flush=True)
            if not os.read(0, 1):
                sys.exit(3)
            threading.Thread(target=leave_with_parent, daemon=True).start()
            config = Config(os.path.join(os.path.dirname(os.path.abspath(__file__)), "alembic.ini"))
            config.set_main_option("sqlalchemy.url", sys.argv[1])
            command.upgrade(config, "head")
            """;

    private static final String REVISION = """
            from alembic import op

            revision = "r%1$d"
            down_revision = %2$s

            def upgrade():
                %3$s

            def downgrade():
                op.execute("%4$s")
            """;

    private AlembicFiles() {}

    static void write(List<Ddl> revisions, Path target) throws IOException {
        Files.writeString(target.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s\n");
        Files.writeString(target.resolve("env.py"), ENVIRONMENT);
        Files.writeString(target.resolve(RUN), RUNNER);
        Path folder = Files.createDirectories(target.resolve("versions"));
        for (int number = 1; number <= revisions.size(); number++) {
            Files.writeString(folder.resolve("r" + number + ".py"), revision(number, revisions.get(number - 1)));
        }
    }

    private static String revision(int number, Ddl ddl) {
        String parent = number == 1 ? "None" : "\"r" + (number - 1) + "\"";
        String execute = "op.execute(\"" + ddl.up() + "\")";
        String up = ddl.transactional() ? execute : "with op.get_context().autocommit_block():\n        " + execute;
        return REVISION.formatted(number, parent, up, ddl.down());
    }

    /** {@return a Python that has Alembic and psycopg2} */
    static Optional<String> python() {
        return List.of("/usr/bin/python3", "python3").stream()
                .filter(AlembicFiles::hasAlembic)
                .findFirst();
    }

    private static boolean hasAlembic(String python) {
        try {
            Process process = new ProcessBuilder(python, "-c", "import alembic, psycopg2")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(30, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
