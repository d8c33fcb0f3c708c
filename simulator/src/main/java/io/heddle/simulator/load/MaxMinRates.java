package io.heddle.simulator.load;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Max-min fair rates (progressive filling): the cable with the least left for each of its flows fixes their rates, then the next. Time
 * O(F · h · log(F · h)) for F flows of h cables.
 */
final class MaxMinRates {

    private record Share(double bitsPerSecond, int directed, int version) {}

    private MaxMinRates() {}

    /** Bits a second of each flow while all of them run. */
    static double[] of(Cabling cabling, FlowPaths paths) {
        int directions = cabling.directions();
        int[] flowsOn = new int[directions];
        for (int i = 0; i < paths.start(paths.size()); i++) {
            flowsOn[paths.cable(i)]++;
        }
        int[][] crossing = new int[directions][];
        for (int i = 0; i < directions; i++) {
            crossing[i] = new int[flowsOn[i]];
        }
        int[] at = new int[directions];
        for (int flow = 0; flow < paths.size(); flow++) {
            for (int i = paths.start(flow); i < paths.start(flow + 1); i++) {
                int directed = paths.cable(i);
                crossing[directed][at[directed]++] = flow;
            }
        }
        return fill(cabling, paths, flowsOn, crossing);
    }

    private static double[] fill(Cabling cabling, FlowPaths paths, int[] waiting, int[][] crossing) {
        double[] left = new double[crossing.length];
        int[] versions = new int[crossing.length];
        PriorityQueue<Share> shares = new PriorityQueue<>((a, b) -> a.bitsPerSecond() != b.bitsPerSecond()
                ? Double.compare(a.bitsPerSecond(), b.bitsPerSecond())
                : Integer.compare(a.directed(), b.directed()));
        for (int i = 0; i < crossing.length; i++) {
            left[i] = cabling.bitsPerSecond(i);
            if (waiting[i] > 0) {
                shares.add(new Share(left[i] / waiting[i], i, 0));
            }
        }
        double[] rates = new double[paths.size()];
        Arrays.fill(rates, -1);
        int[] seen = new int[crossing.length];
        int round = 0;
        int[] touched = new int[crossing.length];
        while (!shares.isEmpty()) {
            Share least = shares.remove();
            if (least.version() != versions[least.directed()] || waiting[least.directed()] == 0) {
                continue;
            }
            int count = 0;
            round++;
            for (int flow : crossing[least.directed()]) {
                if (rates[flow] < 0) {
                    rates[flow] = least.bitsPerSecond();
                    for (int i = paths.start(flow); i < paths.start(flow + 1); i++) {
                        int directed = paths.cable(i);
                        left[directed] = Math.max(0, left[directed] - least.bitsPerSecond());
                        waiting[directed]--;
                        if (seen[directed] != round) {
                            seen[directed] = round;
                            touched[count++] = directed;
                        }
                    }
                }
            }
            for (int i = 0; i < count; i++) {
                int directed = touched[i];
                versions[directed]++;
                if (waiting[directed] > 0) {
                    shares.add(new Share(left[directed] / waiting[directed], directed, versions[directed]));
                }
            }
        }
        return rates;
    }
}
