package dev.waymark.autogenerate;

import dev.waymark.error.MultipleHeadsException;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionId;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ids of new revisions.
 *
 * @param graph the revisions that there are
 * @param own those of them that are for the database that the new ones are for
 * @param options what was asked for
 */
record RevisionIds(RevisionGraph graph, Set<RevisionId> own, RevisionOptions options) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final int RANDOM_BYTES = 6;

    /** Refuses what was asked for, if it can't be had, before anything is done for it. */
    void requireUsable() {
        revises();
        options.id().ifPresent(this::requireFree);
    }

    /** What the first of them revises. */
    List<String> revises() {
        if (!options.revises().isEmpty()) {
            return options.revises().stream()
                    .map(name -> graph.named(name).value())
                    .toList();
        }
        List<String> heads = heads().map(RevisionId::value).sorted().toList();
        if (heads.size() > 1) {
            throw new MultipleHeadsException("head", heads);
        }
        return heads;
    }

    /** As many ids as are needed, none of them taken. */
    List<String> next(int count) {
        List<String> ids = new ArrayList<>();
        String id = options.id().orElseGet(this::first);
        for (int at = 0; at < count; at++) {
            requireFree(id);
            ids.add(id);
            id = after(id, at + 2);
        }
        return ids;
    }

    private String first() {
        boolean numbers = heads().allMatch(head -> NUMBER.matcher(head.value()).matches());
        return numbers ? nextNumber() : random();
    }

    /** A branch on which there is nothing for the database is not gone on with. */
    private Stream<RevisionId> heads() {
        return graph.heads().stream()
                .filter(head -> graph.lineage(head).stream().anyMatch(own::contains));
    }

    private String nextNumber() {
        String highest = graph.revisions().stream()
                .map(revision -> revision.id().value())
                .filter(id -> NUMBER.matcher(id).matches())
                .max((one, other) -> new BigInteger(one).compareTo(new BigInteger(other)))
                .orElse("000");
        return plusOne(highest);
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String after(String id, int place) {
        if (NUMBER.matcher(id).matches()) {
            return plusOne(id);
        }
        return options.id().map(given -> given + "_" + place).orElseGet(RevisionIds::random);
    }

    private static String plusOne(String number) {
        String next = new BigInteger(number).add(BigInteger.ONE).toString();
        return "0".repeat(Math.max(0, number.length() - next.length())) + next;
    }

    private void requireFree(String id) {
        if (graph.contains(new RevisionId(id))) {
            throw new IllegalArgumentException("There is a revision '%s' already".formatted(id));
        }
    }
}
