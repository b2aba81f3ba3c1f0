package dev.waymark.autogenerate;

import dev.waymark.diff.Rename;
import java.util.ArrayList;
import java.util.List;

/**
 * Where tables and columns are after renames.
 *
 * @param renames the renames, in the order in which they were done
 */
record RenamedPaths(List<SettledRename> renames) {

    /** The path of a table or of a column of one. */
    List<String> of(List<String> path) {
        List<String> now = new ArrayList<>(path);
        renames.forEach(one -> rename(one.rename(), now));
        return now;
    }

    private static void rename(Rename rename, List<String> path) {
        int at =
                switch (rename.object().kind()) {
                    case SCHEMA -> 0;
                    case TABLE -> 1;
                    case COLUMN -> 2;
                    default -> -1;
                };
        boolean concerned = at >= 0
                && path.size() > at
                && path.subList(0, at + 1).equals(rename.object().path());
        if (concerned) {
            path.set(at, rename.to());
        }
    }
}
