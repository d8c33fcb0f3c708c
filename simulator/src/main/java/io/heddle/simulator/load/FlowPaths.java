package io.heddle.simulator.load;

import java.util.Arrays;

/** The directed cables that each flow crosses, packed. Beyond a limit it stops keeping them and says so. Single-threaded. */
final class FlowPaths {

    private final int limit;
    private double[] bytes = new double[1024];
    private int[] starts = new int[1025];
    private int[] cables = new int[4096];
    private int flows;
    private int used;
    private boolean full;

    /** Keeps up to {@code limit} flows. */
    FlowPaths(int limit) {
        this.limit = limit;
    }

    void begin(double sent) {
        full |= flows == limit;
        if (full) {
            return;
        }
        if (flows == bytes.length) {
            bytes = Arrays.copyOf(bytes, flows * 2);
            starts = Arrays.copyOf(starts, flows * 2 + 1);
        }
        bytes[flows++] = sent;
        starts[flows] = used;
    }

    void over(int directed) {
        if (full) {
            return;
        }
        if (used == cables.length) {
            cables = Arrays.copyOf(cables, used * 2);
        }
        cables[used++] = directed;
        starts[flows] = used;
    }

    /** Whether every flow was kept. */
    boolean complete() {
        return !full;
    }

    int size() {
        return flows;
    }

    double bytes(int flow) {
        return bytes[flow];
    }

    /** The first position of a flow's cables; they end where the next flow's begin. */
    int start(int flow) {
        return starts[flow];
    }

    int cable(int position) {
        return cables[position];
    }
}
