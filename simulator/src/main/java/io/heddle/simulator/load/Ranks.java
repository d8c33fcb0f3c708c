package io.heddle.simulator.load;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks of a job on the GPUs of a fabric, one a GPU (one a node where there are none), node by node in the fabric's order. With k GPUs and m
 * NICs, GPU g of a node speaks by NIC g · m / k.
 */
public final class Ranks {

    private final List<Nic> nics = new ArrayList<>();
    private final int[] nicOf;
    private final int[] nodeOf;
    private final int[] gpuOf;
    private final int nodes;

    private Ranks(Fabric fabric, int count) {
        nicOf = new int[count];
        nodeOf = new int[count];
        gpuOf = new int[count];
        int placed = 0;
        int node = 0;
        for (Node each : fabric.nodes()) {
            if (placed == count) {
                break;
            }
            List<Nic> own = each.runsPods() ? Nic.of(fabric, each) : List.of();
            if (own.isEmpty()) {
                continue;
            }
            int gpus = Math.max(1, each.gpus());
            for (int gpu = 0; gpu < gpus && placed < count; gpu++) {
                nicOf[placed] = nics.size() + (int) ((long) gpu * own.size() / gpus);
                nodeOf[placed] = node;
                gpuOf[placed] = gpu;
                placed++;
            }
            nics.addAll(own);
            node++;
        }
        if (placed < count) {
            throw new IllegalArgumentException("a job of " + count + " ranks on " + placed + " GPUs");
        }
        nodes = node;
    }

    /** The first {@code count} GPUs of the fabric. */
    public static Ranks of(Fabric fabric, int count) {
        return new Ranks(fabric, count);
    }

    /** How many ranks a fabric has room for. */
    public static int room(Fabric fabric) {
        return fabric.nodes().stream()
                .filter(each -> each.runsPods() && !Nic.of(fabric, each).isEmpty())
                .mapToInt(each -> Math.max(1, each.gpus()))
                .sum();
    }

    public int count() {
        return nicOf.length;
    }

    /** How many nodes they are on. */
    public int nodes() {
        return nodes;
    }

    /** Every NIC of these nodes; those without a rank too. */
    public List<Nic> nics() {
        return nics;
    }

    int nic(int rank) {
        return nicOf[rank];
    }

    int node(int rank) {
        return nodeOf[rank];
    }

    int gpu(int rank) {
        return gpuOf[rank];
    }
}
