package io.heddle.render.qos;

import io.heddle.model.fabric.Fabric;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The classes of a fabric that carries RDMA over Ethernet (RoCEv2): RDMA is lossless and marked, the notifications of congestion go
 * first, everything else shares what is left. The numbers are those that NVIDIA's switches and cards have by default.
 */
public final class RoceClass {

    /** AF31: what cards mark RDMA with. */
    public static final int DSCP = 26;

    /** Priority, traffic class and queue of RDMA: the one under PFC. */
    public static final int PRIORITY = 3;

    /** CS6: what cards mark congestion notification packets with. */
    public static final int CNP_DSCP = 48;

    /** Priority, traffic class and queue of congestion notification packets: strict. */
    public static final int CNP_PRIORITY = 6;

    /** Bytes in a queue from which ECN marks packets, and from which it marks them all. */
    public static final int ECN_MIN = 150_000;

    public static final int ECN_MAX = 1_500_000;

    /** Share of RDMA in what strict traffic leaves, in percent. */
    public static final int SHARE = 50;

    static final int PRIORITIES = 8;
    static final int DSCPS = 64;

    private RoceClass() {}

    /** Whether a fabric has GPUs, and so the classes. */
    public static boolean isWanted(Fabric fabric) {
        return fabric.nodes().stream().anyMatch(each -> each.gpus() > 0);
    }

    /** The priority of packets with a DSCP. */
    public static int priorityOf(int dscp) {
        return switch (dscp) {
            case DSCP -> PRIORITY;
            case CNP_DSCP -> CNP_PRIORITY;
            default -> 0;
        };
    }

    /** The DSCPs of a priority, with commas. */
    static String dscpsOf(int priority) {
        return IntStream.range(0, DSCPS)
                .filter(each -> priorityOf(each) == priority)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }
}
