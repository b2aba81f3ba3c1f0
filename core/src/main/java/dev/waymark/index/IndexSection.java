package dev.waymark.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.revision.RevisionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one compilation wrote.
 *
 * @param heads its effective heads with their digests
 * @param externals the revisions of other jars that its own ones require
 * @param revisions its own revisions; empty when only the head part was read
 */
record IndexSection(Map<RevisionId, String> heads, List<RevisionId> externals, List<IndexedRevision> revisions) {

    /** The only format there is so far. */
    static final String FORMAT = "waymark-index 1";

    /** Where a class loader finds it. */
    static final String RESOURCE = "META-INF/waymark/revisions";

    IndexSection {
        heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
        externals = List.copyOf(externals);
        revisions = List.copyOf(revisions);
    }

    /** The whole text; the same for the same section, ever. */
    String text() {
        StringBuilder body = new StringBuilder();
        revisions.forEach(revision -> body.append(RevisionLine.write(revision)).append('\n'));
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        heads.forEach((id, digest) ->
                text.append("head ").append(id).append(' ').append(digest).append('\n'));
        externals.forEach(id -> text.append("external ").append(id).append('\n'));
        int bytes = body.toString().getBytes(UTF_8).length;
        return text.append("body ").append(bytes).append('\n').append(body).toString();
    }
}
