package io.heddle.test.bench.bgp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Median, least and most of one figure over the runs that have it. */
record Spread(double median, double least, double most, int runs) {

    static Spread of(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        double[] sorted = figures.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        double middle = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Spread(middle, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** {@code 0.66 (0.61–0.72)}, or the median alone when there is nothing to spread. */
    String text(int digits) {
        if (runs == 0) {
            return "–";
        }
        String number = "%." + digits + "f";
        String[] all = Arrays.stream(new double[] {median, least, most})
                .mapToObj(value -> String.format(Locale.ROOT, number, value))
                .toArray(String[]::new);
        return all[1].equals(all[2]) ? all[0] : all[0] + " (" + all[1] + "–" + all[2] + ")";
    }
}
