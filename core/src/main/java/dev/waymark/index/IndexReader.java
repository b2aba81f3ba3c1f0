package dev.waymark.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Kind;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.revision.RevisionId;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the sections of one index file. */
final class IndexReader {

    /** How much of a file is wanted. */
    enum Extent {
        HEAD_PARTS,
        ALL
    }

    private final String name;
    private final InputStream in;
    private final Extent extent;
    private final List<IndexSection> sections = new ArrayList<>();
    private Map<RevisionId, String> heads = new LinkedHashMap<>();
    private List<RevisionId> externals = new ArrayList<>();
    private List<IndexedRevision> revisions = new ArrayList<>();
    private boolean started;
    private long consumed;
    private int line;

    private IndexReader(String name, InputStream in, Extent extent) {
        this.name = name;
        this.in = new BufferedInputStream(in);
        this.extent = extent;
    }

    /**
     * @param name what messages call the file
     * @param length of the file in bytes, or -1 where it is not known: a head part is the last one exactly when its
     *     body reaches to the end of the file
     */
    static List<IndexSection> read(String name, InputStream in, long length, Extent extent) throws IOException {
        return new IndexReader(name, in, extent).sections(length);
    }

    static InvalidMigrationsException unreadable(String name, String why) {
        return new InvalidMigrationsException(List.of(problem(name, why)));
    }

    static InvalidMigrationsException unreadable(String name, IOException failure) {
        return new InvalidMigrationsException(
                List.of(problem(name, failure.getClass().getSimpleName())), failure);
    }

    private static Problem problem(String name, String why) {
        return new Problem(
                Kind.UNREADABLE_INDEX, name, "The index of revisions %s can't be read: %s.".formatted(name, why));
    }

    private List<IndexSection> sections(long length) throws IOException {
        Optional<String> next = nextLine();
        while (next.isPresent()) {
            boolean atBody = accept(next.get());
            boolean last = atBody && consumed + bodyLength(next.get()) == length;
            next = last && extent == Extent.HEAD_PARTS ? Optional.empty() : nextLine();
        }
        endSection();
        return sections;
    }

    private boolean accept(String text) {
        try {
            return understand(text);
        } catch (IllegalArgumentException wrong) {
            throw unreadable(name, "line " + line + ": " + wrong.getMessage());
        }
    }

    /** Whether the line ends a head part. */
    private boolean understand(String text) {
        if (text.startsWith(RevisionLine.START)) {
            requireStarted();
            addRevision(text);
            return false;
        }
        String[] words = text.split(" ", -1);
        switch (words[0]) {
            case "waymark-index" -> startSection(text);
            case "head" -> heads.put(new RevisionId(word(words, 1)), word(words, 2));
            case "external" -> externals.add(new RevisionId(word(words, 1)));
            case "body", "" -> {}
            default -> throw new IllegalArgumentException("it begins with no word that is known here");
        }
        return words[0].equals("body") && bodyLength(text) >= 0;
    }

    private void startSection(String text) {
        if (!text.equals(IndexSection.FORMAT)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is a format that this Waymark does not know; it was written by another one");
        }
        endSection();
        started = true;
    }

    private void endSection() {
        if (started) {
            requireHeads();
            sections.add(new IndexSection(heads, externals, revisions));
        }
        heads = new LinkedHashMap<>();
        externals = new ArrayList<>();
        revisions = new ArrayList<>();
    }

    private void addRevision(String text) {
        if (extent == Extent.ALL) {
            revisions.add(RevisionLine.read(text));
        }
    }

    /** The least that shows that a file was not cut off. */
    private void requireHeads() {
        Set<RevisionId> missing = new LinkedHashSet<>(heads.keySet());
        revisions.forEach(revision -> missing.remove(revision.info().id()));
        if (extent == Extent.ALL && !missing.isEmpty()) {
            throw unreadable(name, "the head '" + missing.iterator().next() + "' is not among its revisions");
        }
    }

    private void requireStarted() {
        if (!started) {
            throw new IllegalArgumentException("there is no line '" + IndexSection.FORMAT + "' before it");
        }
    }

    private static String word(String[] words, int at) {
        if (at >= words.length) {
            throw new IllegalArgumentException("it is cut off");
        }
        return words[at];
    }

    private static long bodyLength(String text) {
        String number = text.substring("body".length()).strip();
        if (!number.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("'" + number + "' is no number");
        }
        return Long.parseLong(number);
    }

    /** Counts bytes, which a {@code BufferedReader} can't. */
    private Optional<String> nextLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        int next = in.read();
        while (next >= 0 && next != '\n') {
            bytes.write(next);
            consumed++;
            next = in.read();
        }
        if (next < 0 && bytes.size() == 0) {
            return Optional.empty();
        }
        consumed++;
        line++;
        String text = bytes.toString(UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
