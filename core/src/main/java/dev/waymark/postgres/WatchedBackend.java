package dev.waymark.postgres;

/**
 * The server process that runs the statements of a run, as another session finds it in {@code pg_stat_activity}.
 *
 * @param condition the condition that is true of it alone, on a row {@code a}, with one parameter
 * @param value the value of the parameter
 */
record WatchedBackend(String condition, Object value) {

    static WatchedBackend ofPid(int pid) {
        return new WatchedBackend("a.pid = ?", pid);
    }

    /** The one whose statement contains a text of the run, which is behind a pooler and can't know its process. */
    static WatchedBackend ofStatement(String marker) {
        return new WatchedBackend("strpos(a.query, ?) > 0 and a.pid <> pg_backend_pid()", marker);
    }
}
