package dev.waymark.graph;

import dev.waymark.revision.RevisionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fingerprints of revisions, each over its own id and checksum and the fingerprints of all that it requires, so that
 * one stands for a whole ancestry. Each part is preceded by its length, so no two lists of parts look alike.
 */
final class Digests {

    private Digests() {}

    static Map<RevisionId, String> of(RevisionGraph graph, Map<RevisionId, String> checksums) {
        Map<RevisionId, String> digests = new LinkedHashMap<>();
        graph.revisions().forEach(revision -> {
            MessageDigest sha256 = sha256();
            add(sha256, revision.id().value());
            add(sha256, checksums.getOrDefault(revision.id(), ""));
            required(graph.requires(revision.id()), digests).forEach(digest -> add(sha256, digest));
            digests.put(revision.id(), HexFormat.of().formatHex(sha256.digest()));
        });
        return digests;
    }

    private static List<String> required(List<RevisionId> ids, Map<RevisionId, String> digests) {
        return ids.stream().map(id -> digests.getOrDefault(id, "")).sorted().toList();
    }

    private static void add(MessageDigest sha256, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
