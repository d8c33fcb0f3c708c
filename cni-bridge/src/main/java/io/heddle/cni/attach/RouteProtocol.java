package io.heddle.cni.attach;

/** Who put a route into the kernel ({@code rtm_protocol}). */
public final class RouteProtocol {

    /**
     * Heddle's own, 'H'. Not in {@code linux/rtnetlink.h}, {@code /etc/iproute2/rt_protos} or FRR's list, so that a routing daemon can
     * redistribute exactly the pods' routes and the agent finds its own again.
     */
    public static final int HEDDLE = 72;

    /** Routes inside a pod: as by {@code ip route add}. */
    static final int BOOT = 3;

    static final int MAIN_TABLE = 254;

    private RouteProtocol() {}
}
