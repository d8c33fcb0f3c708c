package io.heddle.test.bench.bgp;

import java.util.List;

/**
 * What one round gave.
 *
 * @param round {@code cold} for the first in a process, {@code warm} for those after it
 * @param seconds from the first UPDATE written to the last distinct route at the last receiver; NaN when that never came
 * @param cpu seconds of the daemon meanwhile
 * @param megabytes the most the daemon has held so far
 * @param updates UPDATE messages that the receiver with the most of them got meanwhile
 * @param withdrawn seconds from all senders closing to the last withdrawal at the last receiver
 * @param probes milliseconds for one route more until all receivers have it, sorted
 * @param failure why a figure is missing, or empty
 */
record Figures(
        String load,
        String daemon,
        String round,
        double seconds,
        double cpu,
        double megabytes,
        int updates,
        double withdrawn,
        List<Double> probes,
        String failure) {

    static Figures failed(Load load, Daemon daemon, String round, String why) {
        return new Figures(
                load.name(), daemon.name(), round, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, List.of(), why);
    }

    double median() {
        return quantile(0.5);
    }

    double p99() {
        return quantile(0.99);
    }

    private double quantile(double part) {
        return probes.isEmpty()
                ? Double.NaN
                : probes.get((int) Math.min(probes.size() - 1L, Math.round(part * (probes.size() - 1))));
    }
}
