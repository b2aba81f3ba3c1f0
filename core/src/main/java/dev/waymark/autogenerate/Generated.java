package dev.waymark.autogenerate;

import java.util.List;

/**
 * What was generated, and has been walked up, down and up again on a scratch database.
 *
 * @param files the sources, in the order of their revisions: usually one, several where a part can't share a
 *     transaction with another one, none if there was nothing to do
 * @param comparison what the revisions do, without what was renamed
 * @param notes what the proof could not show, and what it found out on the way, in sentences
 */
public record Generated(List<RevisionSourceFile> files, Comparison comparison, List<String> notes) {

    /** Copies the lists. */
    public Generated {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** {@return whether there was nothing to do} */
    public boolean isEmpty() {
        return files.isEmpty();
    }
}
