package dev.waymark.run;

import dev.waymark.revision.RevisionInfo;
import java.util.List;

/**
 * A point where the history forks.
 *
 * @param point the revision that several revise
 * @param children those that revise it
 */
public record Branch(RevisionInfo point, List<RevisionInfo> children) {

    /** Copies the list. */
    public Branch {
        children = List.copyOf(children);
    }
}
