package dev.waymark.benchmark;

import java.util.Collection;
import java.util.Locale;

/**
 * What remains of several samples.
 *
 * @param median the median
 * @param min the least
 * @param max the greatest
 */
record Spread(double median, double min, double max) {

    /** {@return the spread of at least one sample} */
    static Spread of(Collection<Double> samples) {
        double[] sorted =
                samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** {@return how many times the other median this one is} */
    double ratio(Spread other) {
        return median / other.median;
    }

    /** {@return the median, with least and greatest behind it} */
    String text() {
        return "%s (%s to %s)".formatted(number(median), number(min), number(max));
    }

    /** {@return a ratio as text} */
    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2fx", ratio);
    }

    /** {@return a figure with as many digits as it deserves} */
    static String number(double figure) {
        return String.format(Locale.ROOT, figure < 10 ? "%.2f" : figure < 100 ? "%.1f" : "%.0f", figure);
    }
}
