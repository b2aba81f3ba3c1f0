package dev.waymark.postgres;

import dev.waymark.error.RunException;
import dev.waymark.error.ScratchException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * A place for databases to try things out in: models are made real there, revisions are walked up and down. Immutable
 * and thread-safe as far as its databases are. What is on the server besides them, roles above all, is seen there too.
 */
public final class Scratch {

    private final ScratchPlace place;

    private Scratch(ScratchPlace place) {
        this.place = place;
    }

    /**
     * {@return a place that makes a database whenever it needs one, from {@code template0} under the name
     * {@code waymark_scratch_} and a random number, and drops it when it is done} The user needs {@code CREATEDB}.
     *
     * @param url a database of the server to connect to for that, in the form of JDBC or of libpq; nothing is changed
     *     in it
     * @throws IllegalArgumentException if it is neither; the message does not repeat it, since it may hold a password
     */
    public static Scratch onServer(String url) {
        return new Scratch(ScratchPlace.onServer(url));
    }

    /**
     * {@return one empty database, which is emptied again after each use} It is refused if anything is in it. One
     * process at a time may use it.
     *
     * @param url the database, in the form of JDBC or of libpq
     * @throws IllegalArgumentException if it is neither; the message does not repeat it, since it may hold a password
     */
    public static Scratch in(String url) {
        return new Scratch(ScratchPlace.in(url));
    }

    /**
     * {@return empty databases that somebody else makes, such as those of an embedded server} Each is refused if
     * anything is in it, and emptied again after its use; one is used at a time, so that it may always be the same.
     *
     * @param databases gives an empty database whenever one is needed, by connections of the PostgreSQL driver. A text
     *     of several statements is split as the driver does it, unless its {@code preferQueryMode} is {@code simple}
     */
    public static Scratch of(Supplier<DataSource> databases) {
        return new Scratch(ScratchPlace.of(databases));
    }

    /**
     * Opens an empty database.
     *
     * @return the database; to be closed by the caller
     * @throws ScratchException if it can't be made, or isn't empty
     * @throws RunException if the server can't be reached or does not let the user in
     */
    public ScratchDatabase open() {
        return place.open();
    }
}
