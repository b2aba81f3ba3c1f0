package dev.waymark.graph;

import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Revisions, written as shortly as they can be: {@code "c < a b ~ x # label"}. */
public final class Revisions {

    private Revisions() {}

    /**
     * A graph of revisions, each written as {@code id}, {@code < parents}, {@code ~ dependencies}, {@code # labels}.
     */
    public static RevisionGraph graph(String... revisions) {
        return RevisionGraph.of(of(revisions));
    }

    public static List<RevisionInfo> of(String... revisions) {
        return Arrays.stream(revisions).map(Revisions::revision).toList();
    }

    public static RevisionInfo revision(String text) {
        return new RevisionInfo(
                id(text.split(" ", 2)[0]),
                words(text, '<').map(RevisionId::new).toList(),
                "Message of " + text.split(" ", 2)[0],
                words(text, '#').map(Label::new).toList(),
                words(text, '~').toList(),
                true,
                "");
    }

    /** Revisions {@code r0 .. rN}, each revising the one before. */
    public static List<RevisionInfo> line(int length) {
        return IntStream.range(0, length)
                .mapToObj(at -> revision(at == 0 ? "r0" : "r%d < r%d".formatted(at, at - 1)))
                .toList();
    }

    public static RevisionId id(String value) {
        return new RevisionId(value);
    }

    public static List<RevisionId> ids(String... values) {
        return Arrays.stream(values).map(RevisionId::new).toList();
    }

    public static List<String> texts(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }

    private static Stream<String> words(String text, char mark) {
        int start = text.indexOf(mark);
        return start < 0
                ? Stream.empty()
                : Arrays.stream(
                        text.substring(start + 1).split("[<~#]", 2)[0].trim().split(" "));
    }
}
