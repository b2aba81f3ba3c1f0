package dev.waymark.benchmark;

/** What is measured: a tool, or the least that any tool could do. */
@FunctionalInterface
interface Contender {

    /**
     * Takes the database from wherever it stands to the last step: all of them on an empty database, none on an
     * upgraded one. Each call starts from nothing, as an application does: it configures, connects and disconnects.
     *
     * @throws Exception whatever goes wrong
     */
    void upgrade() throws Exception;
}
