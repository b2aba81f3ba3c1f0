package dev.waymark.diff;

import dev.waymark.schema.ObjectId;

/**
 * An object that is gone and one that is new, alike enough to be the same under another name.
 *
 * @param rename what would have happened
 * @param likeness how alike they are, from 1 to 100 percent
 */
public record RenameCandidate(Rename rename, int likeness) {

    /** {@return the question, as in {@code Is column public.t.b the former column public.t.a (85 % alike)?}} */
    public String question() {
        ObjectId from = rename.object();
        return rename.value()
                .map(value -> "Is '%s' of %s the former '%s'?".formatted(rename.to(), from, value))
                .orElseGet(() -> "Is %s the former %s (%d %% alike)?".formatted(rename.renamed(), from, likeness));
    }
}
