package dev.waymark.autogenerate;

import java.util.List;

/**
 * A revision that is still to be written.
 *
 * @param id its id
 * @param revises the ids of those that it descends from
 * @param message what it does, in a few words
 * @param transactional whether each of its directions runs in one transaction
 * @param up the statements of the way up, in their order; at least one
 * @param down those of the way back
 */
record Draft(
        String id,
        List<String> revises,
        String message,
        boolean transactional,
        List<DraftStatement> up,
        List<DraftStatement> down) {

    Draft {
        revises = List.copyOf(revises);
        up = List.copyOf(up);
        down = List.copyOf(down);
        if (up.isEmpty()) {
            throw new IllegalArgumentException("Revision '" + id + "' would do nothing");
        }
    }
}
