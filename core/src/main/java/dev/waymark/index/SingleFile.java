package dev.waymark.index;

import java.util.Set;
import java.util.TreeSet;

/** The files by which a revision is found from another jar: one for its id, one for each of its labels. */
final class SingleFile {

    private static final String DIRECTORY = "waymark_index/";

    private SingleFile() {}

    static String ofId(String id) {
        return DIRECTORY + "r_" + identifier(id) + "/revision";
    }

    static String ofLabel(String label) {
        return DIRECTORY + "l_" + identifier(label) + "/revision";
    }

    /** {@return where a revision is to be found} */
    static Set<String> paths(IndexedRevision revision) {
        Set<String> paths = new TreeSet<>(Set.of(ofId(revision.info().id().value())));
        revision.info().labels().forEach(label -> paths.add(ofLabel(label.value())));
        return paths;
    }

    /** Not all file systems tell capitals apart, and javac looks only into directories that are package names. */
    private static String identifier(String name) {
        StringBuilder identifier = new StringBuilder();
        name.chars().forEach(letter -> identifier.append(escaped((char) letter)));
        return identifier.toString();
    }

    private static String escaped(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return "$" + (char) (letter - 'A' + 'a');
        }
        return letter == '.' ? "$$" : String.valueOf(letter);
    }

    static String text(IndexedRevision revision) {
        return IndexSection.FORMAT + "\n" + RevisionLine.write(revision) + "\n";
    }
}
