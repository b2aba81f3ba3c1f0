package dev.waymark.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what may have been meant by a name that does not exist. Where one name begins with the other, that counts first
 * ({@code 003} and {@code 003_add_proposals}); after that, few wrong letters.
 */
final class NearestNames {

    private static final int MOST = 3;

    private NearestNames() {}

    static List<String> to(String wanted, Collection<String> names) {
        List<String> related = names.stream()
                .filter(name -> name.startsWith(wanted) || wanted.startsWith(name))
                .sorted(Comparator.comparingInt((String name) -> Math.abs(name.length() - wanted.length()))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        return related.isEmpty() ? misspelt(wanted, names) : related;
    }

    private static List<String> misspelt(String wanted, Collection<String> names) {
        int most = Math.max(1, wanted.length() / 3);
        return names.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= most)
                .map(name -> new Near(name, distance(wanted, name)))
                .filter(near -> near.distance() <= most)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    /** How many letters must be inserted, left out or exchanged to get from one word to the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            row = nextRow(row, from.charAt(line - 1), to);
        }
        return row[to.length()];
    }

    private static int[] nextRow(int[] above, char letter, String to) {
        int[] row = new int[above.length];
        row[0] = above[0] + 1;
        for (int column = 1; column < row.length; column++) {
            int exchanged = above[column - 1] + (to.charAt(column - 1) == letter ? 0 : 1);
            row[column] = Math.min(exchanged, Math.min(above[column], row[column - 1]) + 1);
        }
        return row;
    }

    private record Near(String name, int distance) {}
}
