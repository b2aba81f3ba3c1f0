package dev.waymark.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of plain text: the first column stands left, all others right. */
final class TextTable {

    private final String title;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String title, String... columns) {
        this.title = title;
        rows.add(List.of(columns));
    }

    /** Adds a row with as many cells as there are columns. */
    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
        String head = line(rows.get(0), widths);
        String body = rows.stream().skip(1).map(row -> line(row, widths) + "\n").collect(Collectors.joining());
        return title + "\n" + head + "\n" + "-".repeat(head.length()) + "\n" + body;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cell(row.get(column), widths[column], column == 0))
                .collect(Collectors.joining("  "));
    }

    private static String cell(String text, int width, boolean left) {
        String gap = " ".repeat(width - text.length());
        return left ? text + gap : gap + text;
    }
}
