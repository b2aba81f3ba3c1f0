package dev.waymark.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Breaks the cells of a row into lines that are not too long. */
final class WrappedRow {

    private static final int FIRST = 44;
    private static final int OTHERS = 25;

    private WrappedRow() {}

    /** {@return the rows that hold the lines of the cells; the first cell gets more room} */
    static List<List<String>> of(List<String> cells) {
        List<List<String>> columns = IntStream.range(0, cells.size())
                .mapToObj(index -> lines(cells.get(index), index == 0 ? FIRST : OTHERS))
                .toList();
        int height = columns.stream().mapToInt(List::size).max().orElseThrow();
        return IntStream.range(0, height)
                .mapToObj(line -> columns.stream()
                        .map(column -> line < column.size() ? column.get(line) : "")
                        .toList())
                .toList();
    }

    private static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
