package dev.waymark.benchmark;

import java.nio.file.Path;

/**
 * One tool that upgrades one database.
 *
 * @param tool the tool
 * @param material the directory of what it reads
 * @param port where the database is reached: the server's, or that of what stands before it
 * @param database the name of the database
 */
record Attempt(FaultTool tool, Path material, int port, String database) {

    /** {@return the same by way of another port} */
    Attempt through(int otherPort) {
        return new Attempt(tool, material, otherPort, database);
    }

    /** {@return the same with other revisions} */
    Attempt with(Path otherMaterial) {
        return new Attempt(tool, otherMaterial, port, database);
    }

    /** {@return the URL of the database, in the form that the tool wants} */
    String url() {
        return tool == FaultTool.ALEMBIC
                ? "postgresql+psycopg2://postgres@localhost:" + port + "/" + database
                : Server.url(port, database);
    }
}
