package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.SimTime;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two groups of pods, and what became of packets from one to the other so far. Single-threaded. */
final class Pair {

    /** Where packets leave: of a pod that moves, where it is. */
    DeviceName from;

    /** In the order of receivers. */
    final int number;

    final Destination to;
    final NodeGroup source;
    final PodGroup target;
    final long size;
    final List<Interruption> interruptions = new ArrayList<>();

    /** What the last walk met: another is due when one of these changed. */
    Met met = Met.NOTHING;

    /** Why another is due; null if none is. */
    @Nullable
    String due;

    double lost;
    BigInteger paths = BigInteger.ZERO;
    boolean counts;
    private @Nullable SimTime begun;
    private SimTime since = SimTime.ZERO;
    private double worst;
    private double lossSeconds;
    private String reason = "";
    private String last = "";
    private String begunBy = "";

    Pair(int number, NodeGroup source, PodGroup target, Destination to, DeviceName from) {
        this.number = number;
        this.source = source;
        this.target = target;
        this.to = to;
        this.from = from;
        size = source.pairs(target);
    }

    /** From now on this share of flows is lost. */
    void set(SimTime now, double share, String why, String cause) {
        if (begun != null) {
            lossSeconds += lost * now.since(since).seconds();
        }
        if (begun == null && share > 0) {
            begun = now;
            worst = 0;
            lossSeconds = 0;
            reason = why;
            begunBy = cause;
        }
        worst = Math.max(worst, share);
        last = why;
        if (begun != null && share == 0) {
            if (now.compareTo(begun) > 0) {
                interruptions.add(
                        new Interruption(begun, Optional.of(now), worst, lossSeconds, reason, begunBy, cause));
            }
            begun = null;
        }
        since = now;
        lost = share;
    }

    /** Closes what is open at the end. */
    void finish(SimTime end) {
        if (begun != null) {
            lossSeconds += lost * end.since(since).seconds();
            interruptions.add(new Interruption(begun, Optional.empty(), worst, lossSeconds, last, begunBy, ""));
            begun = null;
        }
    }
}
