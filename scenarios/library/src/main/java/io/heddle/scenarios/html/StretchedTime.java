package io.heddle.scenarios.html;

import io.heddle.simulator.timeline.SimTime;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a time lies on an axis that is wide where much happens: between two moments at which something happens there is room by the
 * logarithm of the time between them, so that milliseconds are seen beside minutes. In between it is linear.
 */
final class StretchedTime {

    /** A time this long, in nanoseconds, has room in proportion; longer ones get less and less. */
    private static final double PROPORTIONAL = 1e6;

    private final List<SimTime> moments;
    private final double[] places;

    /** @param happens times at which something happens; the axis starts with the fabric's zero */
    StretchedTime(Collection<SimTime> happens) {
        TreeSet<SimTime> sorted = new TreeSet<>(happens);
        sorted.add(SimTime.ZERO);
        moments = List.copyOf(sorted);
        places = new double[moments.size()];
        for (int i = 1; i < places.length; i++) {
            long apart = moments.get(i).since(moments.get(i - 1)).nanos();
            places[i] = places[i - 1] + Math.log1p(apart / PROPORTIONAL);
        }
    }

    /** From 0 for the first moment to 1 for the last one; times outside lie at the nearer end. */
    double place(SimTime time) {
        double whole = places[places.length - 1];
        if (whole == 0) {
            return 0;
        }
        int next = 0;
        while (next < places.length && moments.get(next).compareTo(time) < 0) {
            next++;
        }
        if (next == 0 || next == places.length) {
            return next == 0 ? 0 : 1;
        }
        SimTime before = moments.get(next - 1);
        double share = (double) time.since(before).nanos()
                / moments.get(next).since(before).nanos();
        return (places[next - 1] + share * (places[next] - places[next - 1])) / whole;
    }
}
